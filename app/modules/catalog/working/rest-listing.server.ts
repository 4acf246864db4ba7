import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { recordedAs, type SellerActor } from "~/platform/http/openers.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { done, refused, type Result } from "~/platform/result";
import type { ListingStatus } from "../types";
import { canDo } from "./listing-states";
import { findWorkingListing } from "./read-listing.server";

export type RestDeed = "pause" | "resume" | "archive";

const OUTCOMES: Readonly<Record<RestDeed, { status: ListingStatus; action: string }>> = {
  pause: { status: "paused", action: "pause-listing" },
  resume: { status: "published", action: "resume-listing" },
  archive: { status: "archived", action: "archive-listing" },
};

/** Takes a listing from the public for a while or for good, or puts it back as it was published. */
export function restListing(
  db: Db,
  { userId, sellerId, isCaretaker }: SellerActor,
  formKey: FormKey,
  { listingId, deed }: { listingId: string; deed: RestDeed },
  now = clock(),
): Promise<Result<null, "listing-missing" | "not-possible">> {
  return once(db, `listing ${listingId} ${userId}`, formKey, async (trx) => {
    const working = await findWorkingListing(trx, { listingId, sellerId }, { lock: true });
    if (!working) return refused("listing-missing");
    if (!canDo(deed, working)) return refused("not-possible");
    const { status, action } = OUTCOMES[deed];
    await trx.updateTable("listings").set({ status, updatedAt: now }).where("id", "=", listingId).execute();
    await enqueue(trx, "index-listing", { listingId }, { jobKey: `index-listing:${listingId}` });
    await recordAudit(trx, {
      actor: recordedAs({ userId, isCaretaker }),
      action,
      subject: { kind: "listing", id: listingId },
      before: { status: working.status },
      after: { status },
    });
    return done(null);
  });
}
