import type { Db, Trx } from "~/platform/db/db.server";
import type { ShopFacts } from "./shop-steps";
import { OFFERINGS, SELLER_STATUSES } from "./types";

/** A shop as its team and its reviewer see it. */
export type Shop = ShopFacts & {
  sellerId: string;
  slug: string;
  teamId: string | undefined;
  /** Number of the state that a form was made from. */
  version: number;
  submittedAt: Date | undefined;
};

/** @param lock keeps the shop as it is until the transaction ends */
export async function findShop(
  db: Db | Trx,
  sellerId: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Shop | undefined> {
  const row = await db
    .selectFrom("sellers")
    .innerJoin("sellerTexts", (join) =>
      join.onRef("sellerTexts.sellerId", "=", "sellers.id").on("sellerTexts.locale", "=", "az"),
    )
    .innerJoin("sellerSlugs", (join) =>
      join.onRef("sellerSlugs.sellerId", "=", "sellers.id").on("sellerSlugs.isCurrent", "is", true),
    )
    .select([
      "sellers.id",
      "sellers.status",
      "sellers.offering",
      "sellers.placeId",
      "sellers.organisationId",
      "sellers.version",
      "sellers.submittedAt",
      "sellerTexts.name",
      "sellerTexts.tagline",
      "sellerTexts.story",
      "sellerSlugs.slug",
    ])
    .where("sellers.id", "=", sellerId)
    // Rows below the shop may be written meanwhile: they only ask that it goes on existing.
    .$if(lock, (query) => query.forNoKeyUpdate("sellers"))
    .executeTakeFirst();
  if (!row) return undefined;
  const categories = await db
    .selectFrom("sellerCategories")
    .select("categoryId")
    .where("sellerId", "=", sellerId)
    .orderBy("position")
    .limit(MOST_CATEGORIES)
    .execute();
  return {
    sellerId: row.id,
    slug: row.slug,
    teamId: row.organisationId ?? undefined,
    version: row.version,
    submittedAt: row.submittedAt ?? undefined,
    // The table's checks allow no others.
    status: SELLER_STATUSES.find((status) => status === row.status) ?? "draft",
    offering: OFFERINGS.find((offering) => offering === row.offering) ?? "goods",
    name: row.name,
    placeId: row.placeId,
    tagline: row.tagline ?? undefined,
    story: row.story ?? undefined,
    categoryIds: categories.map(({ categoryId }) => categoryId),
  };
}

/** What a shop may say that it makes. */
export const MOST_CATEGORIES = 8;
