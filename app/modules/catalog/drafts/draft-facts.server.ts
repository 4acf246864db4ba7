import { sql } from "kysely";
import type { Db } from "~/platform/db/db.server";
import { STOCK_POLICIES } from "../types";
import type { DraftFacts } from "./draft-facts";
import { findThing } from "./find-thing";

const MODES = ["remote", "in_person", "mixed"] as const;

/** What a seller's own working listing says of itself, for `draftTexts`; undefined when she has no such listing. */
export async function draftFactsOf(
  db: Db,
  key: { sellerId: string; listingId: string },
): Promise<DraftFacts | undefined> {
  const row = await db
    .selectFrom("listings")
    .leftJoin("listingTexts", (join) =>
      join.onRef("listingTexts.listingId", "=", "listings.id").on("listingTexts.locale", "=", "az"),
    )
    .where("listings.sellerId", "=", key.sellerId)
    .where("listings.id", "=", key.listingId)
    .select(["kind", "categoryId", "techniqueId", "placeId", "stockPolicy", "lengthMm", "widthMm", "heightMm", "title"])
    .select(["deliveryMode", "turnaroundDays", "revisionsIncluded", "fileFormats", "workingLanguages"])
    .select(
      sql<
        string[]
      >`array(select material_id from listing_materials where listing_id = listings.id order by position)`.as(
        "materialIds",
      ),
    )
    .executeTakeFirst();
  if (!row) return undefined;

  const size =
    row.lengthMm === null || row.widthMm === null ? undefined : { lengthMm: row.lengthMm, widthMm: row.widthMm };
  const stockPolicy = STOCK_POLICIES.find((policy) => policy === row.stockPolicy);
  const deliveryMode = MODES.find((mode) => mode === row.deliveryMode);
  return {
    kind: row.kind === "service" ? "service" : "good",
    categoryId: row.categoryId,
    thing: findThing(row.title ?? "", row.categoryId),
    ...(row.techniqueId === null ? {} : { techniqueId: row.techniqueId }),
    materialIds: row.materialIds,
    ...(size ? { size: { ...size, ...(row.heightMm === null ? {} : { heightMm: row.heightMm }) } } : {}),
    ...(row.placeId === null ? {} : { placeId: row.placeId }),
    ...(stockPolicy ? { stockPolicy } : {}),
    ...(row.kind === "service"
      ? {
          service: {
            ...(deliveryMode ? { deliveryMode } : {}),
            ...(row.turnaroundDays === null ? {} : { turnaroundDays: row.turnaroundDays }),
            ...(row.revisionsIncluded === null ? {} : { revisionsIncluded: row.revisionsIncluded }),
            fileFormats: row.fileFormats,
            workingLanguages: row.workingLanguages,
          },
        }
      : {}),
  };
}
