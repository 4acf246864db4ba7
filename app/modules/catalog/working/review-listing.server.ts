import { sql } from "kysely";
import { tellTeam } from "~/modules/accounts/index.server";
import type { DecisionRefusal, ReviewReason } from "~/modules/reviews";
import {
  decideReview,
  holdReviews,
  listReviewOutcomes,
  openReview,
  withdrawReview,
} from "~/modules/reviews/index.server";
import { askForReadiness, hasFilled, lockTrust, recordListingOutcome } from "~/modules/sellers/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { done, refused, type Result } from "~/platform/result";
import { recordedAs, type SellerActor, type StaffActor } from "~/platform/session/actors.server";
import { publishListing } from "../publication.server";
import { isOverHundredYears, stopsOf, type ListingStop } from "../restrictions";
import { snapshotOf } from "../snapshot";
import type { ListingSnapshot } from "../types";
import { LISTING_QUEUES, type ListingQueue } from "./listing-queues";
import { canDo } from "./listing-states";
import { listingNews } from "./letters.server";
import { isLookedAtFirst, lackingToPublish, type PublishNeed } from "./publish-needs";
import { findWorkingListing, type Working } from "./read-listing.server";

/** Within which the Federation answers. */
const WORKING_DAYS = 2;

export type SubmitListingRefusal =
  | "listing-missing"
  | "not-possible"
  | "shop-suspended"
  | "nothing-changed"
  | "nothing-mended"
  | "over-hundred-years"
  | `${PublishNeed}-missing`;

/** What came of sending a listing: it is public already, or waits for the Federation. */
export type Sent = { outcome: "published" | "in-review" };

/**
 * Sends a listing to the public. The first time, and when what reviewers judge has changed, the Federation looks at it
 * first; a trusted seller's is public at once and looked at after, and so is a change of price, stock or terms alone.
 */
export function submitListing(
  db: Db,
  { userId, sellerId, isCaretaker }: SellerActor,
  formKey: FormKey,
  listingId: string,
  now = clock(),
): Promise<Result<Sent, SubmitListingRefusal>> {
  type Answer = Result<Sent, SubmitListingRefusal>;
  return once(db, `listing ${listingId} ${userId}`, formKey, async (trx): Promise<Answer> => {
    await holdReviews(trx, listingId);
    const shop = await lockTrust(trx, sellerId);
    const working = await findWorkingListing(trx, { listingId, sellerId }, { lock: true });
    if (!shop || !working) return refused("listing-missing");
    if (shop.isSuspended) return refused("shop-suspended");
    if (!canDo("submit", working)) return refused("not-possible");
    const [lacking] = lackingToPublish(working);
    if (lacking) return refused(`${lacking.need}-missing`);
    if (isOverHundredYears(working.listing.madeYear, now)) return refused("over-hundred-years");
    const { isSpeciesStopped } = working.listing;
    const published = await findPublished(trx, listingId);
    // What was published and taken from the public since is judged like a new one.
    const wasJudged = published !== undefined && (working.status === "published" || working.status === "paused");
    if (wasJudged && !working.isChanged && !isSpeciesStopped) return refused("nothing-changed");
    if (await isUnmended(trx, working)) return refused("nothing-mended");
    const isFree = !isLookedAtFirst({
      isTrusted: shop.isTrusted,
      isSpeciesStopped,
      published: wasJudged ? published : undefined,
      written: snapshotOf(working),
    });
    if (isFree) await publishAtOnce(trx, working, { isReviewedAfter: shop.isTrusted }, now);
    else await sendToReview(trx, working, wasJudged, now);
    await recordAudit(trx, {
      actor: recordedAs({ userId, isCaretaker }),
      action: isFree ? "publish-listing" : "submit-listing",
      subject: { kind: "listing", id: listingId },
      before: { status: working.status },
      after: { version: working.listing.version },
    });
    return done({ outcome: isFree ? "published" : "in-review" });
  });
}

async function publishAtOnce(trx: Trx, working: Working, { isReviewedAfter }: { isReviewedAfter: boolean }, now: Date) {
  const { id: listingId } = working.listing;
  const snapshot = await publishListing(trx, listingId, now);
  if (working.status === "paused") await keepPaused(trx, listingId);
  if (!snapshot || !isReviewedAfter) return;
  const about = { subjectId: listingId, subjectVersion: snapshot.version, workingDays: WORKING_DAYS };
  await openReview(trx, { queue: "listing_checks", ...about }, now);
}

async function sendToReview(trx: Trx, { listing, status }: Working, wasJudged: boolean, now: Date): Promise<void> {
  await trx
    .updateTable("listings")
    .set({ status: wasJudged ? status : "in_review", submittedAt: now, updatedAt: now })
    .where("id", "=", listing.id)
    .execute();
  const queue: ListingQueue = wasJudged ? "listing_changes" : "listings";
  const about = { subjectId: listing.id, subjectVersion: listing.version, workingDays: WORKING_DAYS };
  await openReview(trx, { queue, ...about }, now);
}

/** Sent back, and sent again as it was. */
async function isUnmended(trx: Trx, { listing }: Working): Promise<boolean> {
  const asked = await findRequestedChanges(trx, listing.id);
  return asked?.subjectVersion === listing.version;
}

/** Publishing shows a listing; what its seller has paused stays so. */
async function keepPaused(trx: Trx, listingId: string): Promise<void> {
  await trx.updateTable("listings").set({ status: "paused" }).where("id", "=", listingId).execute();
}

/** Takes a listing back from the Federation, to write on it. */
export function withdrawListing(
  db: Db,
  { userId, sellerId, isCaretaker }: SellerActor,
  formKey: FormKey,
  listingId: string,
  now = clock(),
): Promise<Result<null, "listing-missing" | "not-possible">> {
  return once(db, `listing ${listingId} ${userId}`, formKey, async (trx) => {
    await holdReviews(trx, listingId);
    const working = await findWorkingListing(trx, { listingId, sellerId }, { lock: true });
    if (!working) return refused("listing-missing");
    if (!canDo("withdraw", working)) return refused("not-possible");
    await withdrawReview(trx, { queue: "listings", subjectId: listingId }, now);
    await withdrawReview(trx, { queue: "listing_changes", subjectId: listingId }, now);
    const status = working.status === "in_review" ? await statusBefore(trx, listingId) : working.status;
    await trx
      .updateTable("listings")
      .set({ status, submittedAt: null, updatedAt: now })
      .where("id", "=", listingId)
      .execute();
    await recordAudit(trx, {
      actor: recordedAs({ userId, isCaretaker }),
      action: "withdraw-listing",
      subject: { kind: "listing", id: listingId },
      before: { status: working.status },
      after: { status },
    });
    return done(null);
  });
}

/** What a listing was before it was sent: it may have been sent back once. */
async function statusBefore(trx: Trx, listingId: string): Promise<"draft" | "changes_requested"> {
  return (await findRequestedChanges(trx, listingId)) ? "changes_requested" : "draft";
}

export type ListingDecisionRefusal = DecisionRefusal | ListingStop | "filled-by-you";
type Decided = Result<{ listingId: string; queue: ListingQueue }, ListingDecisionRefusal>;

export type ListingDecision = {
  itemId: string;
  /** The state that was on the screen. */
  subjectVersion: number;
  decision: "approved" | "changes_requested";
  reasons: readonly ReviewReason[];
  note: string | undefined;
};

/**
 * Decides a listing that the person holds: it becomes public, or goes back to its seller with a reason per field. One that
 * is public already and only looked at after stays, or leaves the public until it is mended. Nobody decides a listing of a
 * shop that she has filled herself for its maker.
 */
export function decideListing(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  decision: ListingDecision,
  now = clock(),
): Promise<Decided> {
  return once(db, `staff ${staff.userId}`, formKey, async (trx): Promise<Decided> => {
    const subject = await findSubject(trx, decision.itemId);
    if (!subject) return refused("item-missing");
    const { listingId, sellerId } = subject;
    if (await hasFilled(trx, { sellerId, staffId: staff.userId })) return refused("filled-by-you");
    // Held before the decision is written to the audit log, which is the last that every other deed waits for.
    await holdReviews(trx, listingId);
    const shop = await lockTrust(trx, sellerId);
    const working = await findWorkingListing(trx, { listingId }, { lock: true });
    const decided = await decideReview(trx, staff, decision, now);
    if (!decided.ok) return decided;
    const queue = LISTING_QUEUES.find((own) => own === decided.value.queue);
    if (!queue || !shop || !working) return refused("item-missing");
    const isApproved = decision.decision === "approved";
    const published = await findPublished(trx, listingId);
    if (queue !== "listing_checks" && working.listing.version !== decision.subjectVersion) {
      return refused("subject-changed");
    }
    if (isApproved && queue !== "listing_checks") {
      const [stop] = stopsOf(working.listing, now);
      if (stop) return refused(stop);
    }
    if (isApproved) await approve(trx, working, { queue, subjectVersion: decision.subjectVersion }, now);
    else await sendBack(trx, working, queue, now);
    // Each listing counts once, when the public first sees it.
    const isFirst = queue === "listings" && published === undefined;
    if (isFirst || !isApproved) {
      const wasFine = isApproved && !(await wasSentBack(trx, listingId));
      await recordListingOutcome(trx, sellerId, { wasFine }, now);
    }
    const title = working.texts.find(({ locale }) => locale === "az")?.title ?? "";
    if (shop.teamId !== undefined) {
      await tellTeam(trx, shop.teamId, listingNews(decision.decision, { listingId, title }));
    }
    return done({ listingId, queue });
  });
}

/** Which listing an item is about, and whose that is. */
async function findSubject(trx: Trx, itemId: string) {
  return trx
    .selectFrom("reviewItems")
    .innerJoin("listings", "listings.id", "reviewItems.subjectId")
    .select(["listings.id as listingId", "listings.sellerId"])
    .where("reviewItems.id", "=", itemId)
    .executeTakeFirst();
}

type Judged = { queue: ListingQueue; subjectVersion: number };

async function approve(trx: Trx, { listing, status }: Working, { queue, subjectVersion }: Judged, now: Date) {
  // A change that was written since waits for a decision of its own.
  if (listing.version !== subjectVersion) return;
  if (queue !== "listing_checks") await publishListing(trx, listing.id, now);
  if (status === "paused") await keepPaused(trx, listing.id);
  const looked = { submittedAt: null, isHsCodeReviewed: listing.hsCode !== null };
  await trx.updateTable("listings").set(looked).where("id", "=", listing.id).execute();
  await askForReadiness(trx, listing.sellerId);
}

async function sendBack(trx: Trx, { listing, status }: Working, queue: ListingQueue, now: Date): Promise<void> {
  // A change that is sent back leaves what the public sees as it was approved.
  const next = queue === "listing_changes" || status === "archived" ? status : "changes_requested";
  await trx
    .updateTable("listings")
    .set({ status: next, submittedAt: null, updatedAt: now })
    .where("id", "=", listing.id)
    .execute();
  const { id: listingId } = listing;
  // What is taken from the public is sent as a whole again; a change that waited goes with it.
  if (queue === "listing_checks") await withdrawReview(trx, { queue: "listing_changes", subjectId: listingId }, now);
  await enqueue(trx, "index-listing", { listingId }, { jobKey: `index-listing:${listingId}` });
  await askForReadiness(trx, listing.sellerId);
}

/** Decisions of a listing, the latest first. */
async function listOutcomes(trx: Db | Trx, listingId: string) {
  const found = await listReviewOutcomes(trx, { queues: LISTING_QUEUES, subjectId: listingId });
  return found.filter(({ status }) => status !== "open" && status !== "withdrawn");
}

/** Whether the decision before the one just made asked for changes. */
async function wasSentBack(trx: Trx, listingId: string): Promise<boolean> {
  const [, before] = await listOutcomes(trx, listingId);
  return before?.status === "changes_requested";
}

/** What the Federation said of a listing last, when that was to mend something. */
export async function findRequestedChanges(db: Db | Trx, listingId: string) {
  const [latest] = await listOutcomes(db, listingId);
  return latest?.status === "changes_requested" ? latest : undefined;
}

/** What the public sees of a listing, if it was ever published. */
export async function findPublished(db: Db | Trx, listingId: string): Promise<ListingSnapshot | undefined> {
  const row = await db
    .selectFrom("listingPublications")
    .where("listingId", "=", listingId)
    .where("isCurrent", "is", true)
    // Written by `publishListing` alone.
    .select(sql<ListingSnapshot>`snapshot`.as("snapshot"))
    .executeTakeFirst();
  return row?.snapshot;
}
