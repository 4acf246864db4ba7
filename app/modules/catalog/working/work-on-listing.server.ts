import { sql } from "kysely";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey, type Kept } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import { recordedAs, type SellerActor } from "~/platform/session/actors.server";
import { snapshotOf } from "../snapshot";
import { canEditListing } from "./listing-states";
import { findWorkingListing, type Working } from "./read-listing.server";

export type WorkRefusal = "listing-missing" | "not-editable";

/** What a change gives back, and what the audit log keeps of it. */
export type Worked<Value> = {
  value: Value;
  /** Nothing is other than it was: the listing keeps its version, and the log says nothing. */
  isSame?: boolean;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};

type Work = { listingId: string; action: string; now: Date };

/**
 * One change of a listing's working version by somebody of its team, once per form. The listing is locked, gets a new
 * version number, knows afterwards whether it says something else than the public sees, and the change is in the audit log.
 *
 * @param change writes to the tables below the listing; `version` is the one that its result will have
 */
export function workOnListing<Value extends Kept, Refusal extends string>(
  db: Db | Trx,
  { userId, sellerId, isCaretaker }: SellerActor,
  formKey: FormKey,
  { listingId, action, now }: Work,
  change: (trx: Trx, working: Working, version: number) => Promise<Result<Worked<Value>, Refusal>>,
): Promise<Result<Value, Refusal | WorkRefusal>> {
  type Answer = Result<Value, Refusal | WorkRefusal>;
  return once(db, `listing ${listingId} ${userId}`, formKey, async (trx): Promise<Answer> => {
    const working = await findWorkingListing(trx, { listingId, sellerId }, { lock: true });
    if (!working) return refused("listing-missing");
    if (!canEditListing(working)) return refused("not-editable");
    const version = working.listing.version + 1;
    const changed = await change(trx, working, version);
    if (!changed.ok) return changed;
    const { value, isSame = false, ...values } = changed.value;
    if (isSame) return done(value);
    await trx.updateTable("listings").set({ version, updatedAt: now }).where("id", "=", listingId).execute();
    await noteWhetherChanged(trx, listingId);
    await recordAudit(trx, {
      actor: recordedAs({ userId, isCaretaker }),
      action,
      subject: { kind: "listing", id: listingId },
      ...values,
    });
    return done(value);
  });
}

/** Compares what is written with what the public sees; a listing that was never published has nothing to differ from. */
export async function noteWhetherChanged(trx: Trx, listingId: string): Promise<void> {
  const working = await findWorkingListing(trx, { listingId });
  if (!working) return;
  const written = JSON.stringify(snapshotOf(working));
  await trx
    .updateTable("listings")
    .set({
      isChanged: sql<boolean>`exists (
        select from listing_publications
        where listing_publications.listing_id = listings.id and is_current
          and snapshot - 'version' <> ${written}::jsonb - 'version')`,
    })
    .where("id", "=", listingId)
    .execute();
}
