import type { Db } from "~/platform/db/db.server";
import { RESTRICTED_MATERIALS } from "../restricted-materials";

export type SpeciesView = {
  sellerId: string;
  material: string;
  woods: string;
  isStopped: boolean;
  /** What a reviewer said of it. */
  cleared: { at: Date; by: string | undefined; words: string | undefined } | undefined;
};

/** How the protected species of a listing stands, in the reader's words; undefined when it names none. */
export async function findSpecies(db: Db, listingId: string): Promise<SpeciesView | undefined> {
  const row = await db
    .selectFrom("listings")
    .leftJoin("users", "users.id", "listings.speciesClearedBy")
    .select([
      "listings.sellerId",
      "listings.restrictedMaterial",
      "listings.woodSpecies",
      "listings.isSpeciesStopped",
      "listings.speciesClearedAt",
      "listings.speciesClearedWords",
      "users.name",
    ])
    .where("listings.id", "=", listingId)
    .executeTakeFirst();
  const { restrictedMaterial: code } = row ?? {};
  if (!row || code === undefined || code === null || code === "none") return undefined;
  return {
    sellerId: row.sellerId,
    material: RESTRICTED_MATERIALS.find(({ value }) => value === code)?.label() ?? code,
    woods: row.woodSpecies.join(", "),
    isStopped: row.isSpeciesStopped,
    cleared:
      row.speciesClearedAt === null
        ? undefined
        : {
            at: row.speciesClearedAt,
            by: row.name ?? undefined,
            words: row.speciesClearedWords ?? undefined,
          },
  };
}
