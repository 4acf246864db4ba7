import { sql } from "kysely";
import type { ListingSnapshot } from "~/modules/catalog";
import type { Db } from "~/platform/db/db.server";
import { conditionsOf } from "../conditions";
import { evidenceTypes } from "./evidence-types.server";
import type { EvidenceType } from "./types";

/** Published goods that are open to export; no shop has more. */
const MOST_LISTINGS = 5_000;

/** Papers that concern a seller by what it offers, and those that would if it offered something else. */
export async function listConcerns(
  db: Db,
  sellerId: string,
): Promise<{ concerning: EvidenceType[]; others: EvidenceType[] }> {
  const [types, seller, conditions] = await Promise.all([
    evidenceTypes(db),
    db.selectFrom("sellers").select("offering").where("id", "=", sellerId).executeTakeFirst(),
    listConditions(db, sellerId),
  ]);
  const concerns = ({ appliesTo, appliesWhen }: EvidenceType) =>
    (appliesTo === "both" || seller?.offering === "both" || seller?.offering === appliesTo) &&
    (appliesWhen === undefined || conditions.includes(appliesWhen));
  return { concerning: types.filter(concerns), others: types.filter((type) => !concerns(type)) };
}

async function listConditions(db: Db, sellerId: string): Promise<string[]> {
  const [listings, markets, categories, codes] = await Promise.all([
    db
      .selectFrom("listingPublications")
      .innerJoin("listings", "listings.id", "listingPublications.listingId")
      .where("listings.sellerId", "=", sellerId)
      .where("listings.status", "=", "published")
      .where("listingPublications.isCurrent", "is", true)
      .select(sql<ListingSnapshot>`listing_publications.snapshot`.as("snapshot"))
      .orderBy("listings.id")
      .limit(MOST_LISTINGS)
      .execute(),
    db.selectFrom("sellerTargetMarkets").select("marketId").where("sellerId", "=", sellerId).execute(),
    db
      .selectFrom("categories")
      .select(["id", "isTextile", "isFragile", "needsCulturalCheck", "isWood", "isForChildren"])
      .execute(),
    db.selectFrom("hsCodes").select("code").where("needsCulturalCheck", "is", true).execute(),
  ]);
  const flags = new Map(categories.map(({ id, ...own }) => [id, own]));
  const checked = new Set(codes.map(({ code }) => code));
  const goods = listings.filter(({ snapshot }) => snapshot.kind === "good" && snapshot.isOpenToExport);
  return conditionsOf(
    {
      goods: goods.map(({ snapshot }) => ({ snapshot, isHsCodeReviewed: false })),
      targetMarkets: markets.map(({ marketId }) => marketId),
      recentInquiryCount: 0,
    },
    {
      flagsOf: (id) => flags.get(id) ?? NO_FLAGS,
      needsCulturalCheck: (code) => checked.has(code),
      isIncoterm: () => true,
    },
  );
}

const NO_FLAGS = {
  isTextile: false,
  isFragile: false,
  needsCulturalCheck: false,
  isWood: false,
  isForChildren: false,
};
