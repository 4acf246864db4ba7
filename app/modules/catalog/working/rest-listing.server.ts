import { askForReadiness } from "~/modules/sellers/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { done, refused, type Result } from "~/platform/result";
import { recordedAs, type SellerActor } from "~/platform/session/actors.server";
import type { ListingStatus } from "../types";
import { canDo } from "./listing-states";
import { wasTakenDown } from "./take-off-listing.server";
import { findWorkingListing } from "./read-listing.server";

export type RestDeed = "pause" | "resume" | "archive" | "restore";

const OUTCOMES: Readonly<Record<RestDeed, { status: ListingStatus; action: string }>> = {
  pause: { status: "paused", action: "pause-listing" },
  resume: { status: "published", action: "resume-listing" },
  archive: { status: "archived", action: "archive-listing" },
  // What was sent back before stays to be mended: sending it finds that out.
  restore: { status: "draft", action: "restore-listing" },
};

/**
 * Takes a listing from the public for a while or into the archive, or puts it back: a paused one as it was published, an
 * archived one as a draft.
 */
export function restListing(
  db: Db,
  { userId, sellerId, isCaretaker }: SellerActor,
  formKey: FormKey,
  { listingId, deed }: { listingId: string; deed: RestDeed },
  now = clock(),
): Promise<Result<null, "listing-missing" | "not-possible" | "taken-down">> {
  return once(db, `listing ${listingId} ${userId}`, formKey, async (trx) => {
    const working = await findWorkingListing(trx, { listingId, sellerId }, { lock: true });
    if (!working) return refused("listing-missing");
    if (!canDo(deed, working)) return refused("not-possible");
    if (deed === "restore" && (await wasTakenDown(trx, listingId))) return refused("taken-down");
    const { status, action } = OUTCOMES[deed];
    await trx.updateTable("listings").set({ status, updatedAt: now }).where("id", "=", listingId).execute();
    await enqueue(trx, "index-listing", { listingId }, { jobKey: `index-listing:${listingId}` });
    await askForReadiness(trx, sellerId);
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
