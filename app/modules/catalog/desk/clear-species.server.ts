import type { DecisionRefusal } from "~/modules/reviews";
import { findReview, holdReviews } from "~/modules/reviews/index.server";
import { askForReadiness, hasFilled, lockTrust } from "~/modules/sellers/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Trx } from "~/platform/db/db.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { done, refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import type { ClearanceBasis } from "../restrictions";
import { LISTING_QUEUES } from "../working/listing-queues";
import { findWorkingListing } from "../working/read-listing.server";

export type HeldSpecies = {
  listingId: string;
  sellerId: string;
  version: number;
  restrictedMaterial: string;
  woodSpecies: string[];
};

export type HoldSpeciesRefusal =
  | Exclude<DecisionRefusal, "reason-missing">
  | "filled-by-you"
  /** It names no protected species, or is cleared already. */
  | "nothing-to-clear";

type Looked = { itemId: string; /** The state that was on the screen. */ subjectVersion: number };

/**
 * Holds a listing whose species the person is about to clear, as it was on her screen, in the order in which every deed
 * takes shop and listing. Only who holds the item may, and never who has filled the shop.
 */
export async function holdStoppedSpecies(
  trx: Trx,
  { userId }: StaffActor,
  { itemId, subjectVersion }: Looked,
  now: Date,
): Promise<Result<HeldSpecies, HoldSpeciesRefusal>> {
  const item = await findReview(trx, itemId, now);
  if (!item || !LISTING_QUEUES.some((queue) => queue === item.queue)) return refused("item-missing");
  const listingId = item.subjectId;
  await holdReviews(trx, listingId);
  const about = await findWorkingListing(trx, { listingId });
  if (!about) return refused("item-missing");
  const { sellerId } = about.listing;
  if (await hasFilled(trx, { sellerId, staffId: userId })) return refused("filled-by-you");
  await lockTrust(trx, sellerId);
  const working = await findWorkingListing(trx, { listingId }, { lock: true });
  const held = await findReview(trx, itemId, now);
  if (!working || !held) return refused("item-decided");
  if (!held.claim) return refused("not-claimed");
  if (held.claim.userId !== userId) return refused("claimed-by-other");
  const { version, restrictedMaterial, woodSpecies, isSpeciesStopped } = working.listing;
  if (version !== subjectVersion) return refused("subject-changed");
  if (!isSpeciesStopped || restrictedMaterial === null) return refused("nothing-to-clear");
  return done({ listingId, sellerId, version, restrictedMaterial, woodSpecies });
}

type Clearance = { basis: ClearanceBasis; words: string | undefined };

/**
 * Clears the species that a held listing names; the working version may be published then. A change of its material or wood
 * takes that back, by a trigger of the table.
 *
 * @returns false when the listing says something else than what was held
 */
export async function recordSpeciesClearance(
  trx: Trx,
  { userId }: StaffActor,
  { held, basis, words }: Clearance & { held: HeldSpecies },
  now: Date,
): Promise<boolean> {
  const { listingId, sellerId, version, restrictedMaterial, woodSpecies } = held;
  const cleared = await trx
    .updateTable("listings")
    .set({
      speciesClearedAt: now,
      speciesClearedBy: userId,
      speciesClearedBasis: basis,
      speciesClearedWords: words ?? null,
    })
    .where("id", "=", listingId)
    .where("version", "=", version)
    .where("restrictedMaterial", "=", restrictedMaterial)
    .where("isSpeciesStopped", "is", true)
    .returning("id")
    .executeTakeFirst();
  if (!cleared) return false;
  await enqueue(trx, "index-listing", { listingId }, { jobKey: `index-listing:${listingId}` });
  await askForReadiness(trx, sellerId);
  await recordAudit(trx, {
    actor: { kind: "staff", id: userId },
    action: "clear-species",
    subject: { kind: "listing", id: listingId },
    after: { restrictedMaterial, woodSpecies: woodSpecies.join(", "), basis, words },
  });
  return true;
}
