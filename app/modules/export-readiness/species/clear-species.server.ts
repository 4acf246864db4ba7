import { z } from "zod";
import { CLEARANCE_BASES, type ClearanceBasis } from "~/modules/catalog";
import { holdStoppedSpecies, recordSpeciesClearance, type HoldSpeciesRefusal } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";

/** Criterion CO-05 of `db/reference/readiness-criteria.json`. */
const WILDLIFE_PERMIT = "wildlife_permit";
/** Fewer say nothing to who reads it next year. */
const LEAST_WORDS = 10;
const MOST_WORDS = 500;

const said = (message: () => string) => ({ error: message });

export const clearSpeciesInput = z
  .object({
    subjectVersion: z.coerce.number().int().positive(),
    basis: z.enum(CLEARANCE_BASES, said(m["reviews.species.mend.basis"])),
    words: z
      .string()
      .trim()
      .max(
        MOST_WORDS,
        said(() => m["accounts.mend.tooLong"]({ most: MOST_WORDS })),
      )
      .optional(),
  })
  .refine(({ basis, words = "" }) => basis === "permit" || words.length >= LEAST_WORDS, {
    path: ["words"],
    error: m["reviews.species.mend.words"],
  });

export type ClearSpeciesRefusal = HoldSpeciesRefusal | "permit-missing" | "reason-missing";

export const clearSpeciesRefusalText: Readonly<Record<ClearSpeciesRefusal, () => string>> = {
  "item-missing": m["reviews.refusal.missing"],
  "item-decided": m["reviews.refusal.decided"],
  "claimed-by-other": m["reviews.refusal.claimedByOther"],
  "not-claimed": m["reviews.refusal.notClaimed"],
  "subject-changed": m["reviews.refusal.changed"],
  "filled-by-you": m["sellers.handover.filledByYou"],
  "nothing-to-clear": m["reviews.species.nothingToClear"],
  "permit-missing": m["reviews.species.permitMissing"],
  "reason-missing": m["reviews.species.mend.words"],
};

export type ClearSpecies = {
  itemId: string;
  subjectVersion: number;
  basis: ClearanceBasis;
  words?: string | undefined;
};

/** Clears the protected species of a listing that the person holds: by the shop's verified permit, or with a reason. */
export function clearSpecies(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { itemId, subjectVersion, basis, words }: ClearSpecies,
  now = clock(),
): Promise<Result<{ listingId: string }, ClearSpeciesRefusal>> {
  type Cleared = Result<{ listingId: string }, ClearSpeciesRefusal>;
  return once(db, `staff ${staff.userId}`, formKey, async (trx): Promise<Cleared> => {
    if (basis === "reason" && (words ?? "").length < LEAST_WORDS) return refused("reason-missing");
    const held = await holdStoppedSpecies(trx, staff, { itemId, subjectVersion }, now);
    if (!held.ok) return held;
    const { listingId, sellerId } = held.value;
    if (basis === "permit" && !(await findWildlifePermit(trx, sellerId, now))) return refused("permit-missing");
    const isCleared = await recordSpeciesClearance(
      trx,
      staff,
      { held: held.value, basis, words: words || undefined },
      now,
    );
    return isCleared ? done({ listingId }) : refused("subject-changed");
  });
}

/** A shop's wildlife permit that staff have verified and that has not ended; the shop is held while it is decided upon. */
export async function findWildlifePermit(
  db: Db | Trx,
  sellerId: string,
  now = clock(),
): Promise<{ expiresOn: string } | undefined> {
  return db
    .selectFrom("evidence")
    .select("expiresOn")
    .where("sellerId", "=", sellerId)
    .where("documentType", "=", WILDLIFE_PERMIT)
    .where("status", "=", "verified")
    .where("expiresOn", ">=", dayInBaku(now))
    .orderBy("expiresOn", "desc")
    .limit(1)
    .executeTakeFirst();
}
