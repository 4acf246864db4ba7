import { sql } from "kysely";
import {
  decideListing,
  partForms,
  type PartInput,
  saveListingPart,
  submitListing,
} from "~/modules/catalog/index.server";
import type { ListingPart } from "~/modules/catalog/working/parts/part";
import { findWorkingListing, type Working } from "~/modules/catalog/working/read-listing.server";
import { findPublished } from "~/modules/catalog/working/review-listing.server";
import { storedPart } from "~/modules/catalog/working/save-part.server";
import { claimReview } from "~/modules/reviews/index.server";
import type { SellerActor, StaffActor } from "~/platform/session/actors.server";
import {
  FACTORY_NOW,
  makeListing,
  makeSeller,
  makeSellerActor,
  type ListingOptions,
  type SellerOptions,
} from "~db/factories";
import { testDb } from "./database";
import { newKey } from "./form-key";
import { typed, type TypedValues } from "./typed";

let seconds = 0;

/** A second after the last one that was asked for: what is done first is also dated first. */
export function later(): Date {
  seconds += 1;
  return new Date(FACTORY_NOW.getTime() + seconds * 1000);
}

export type Workshop = { seller: SellerActor; sellerId: string };

/** An approved shop, unless the options say otherwise, and its owner. */
export async function makeWorkshop(options: SellerOptions = {}): Promise<Workshop> {
  const { sellerId } = await makeSeller(testDb, { status: "approved", ...options });
  return { sellerId, seller: await makeSellerActor(testDb, sellerId) };
}

/** Lets a shop publish at once. */
export async function trust({ sellerId }: Workshop): Promise<void> {
  await testDb.updateTable("sellers").set({ trustedAt: FACTORY_NOW }).where("id", "=", sellerId).execute();
}

export async function trustOf({ sellerId }: Workshop): Promise<{ unchangedApprovals: number; isTrusted: boolean }> {
  const { unchangedApprovals, trustedAt } = await testDb
    .selectFrom("sellers")
    .select(["unchangedApprovals", "trustedAt"])
    .where("id", "=", sellerId)
    .executeTakeFirstOrThrow();
  return { unchangedApprovals, isTrusted: trustedAt !== null };
}

/** A draft of the shop that lacks nothing. */
export async function makeDraft(
  { sellerId }: Workshop,
  options: Omit<ListingOptions, "sellerId"> = {},
): Promise<string> {
  return (await makeListing(testDb, { sellerId, pictures: ["front"], ...options })).listingId;
}

export async function workingOf(listingId: string): Promise<Working> {
  const working = await findWorkingListing(testDb, { listingId });
  if (!working) throw new Error("the listing is gone");
  return working;
}

/** What the public would see of a listing of an open shop that is not paused. */
export const publishedOf = (listingId: string) => findPublished(testDb, listingId);

/** A part's form as it was shown, with some of its fields typed anew. */
export async function fill<Part extends ListingPart>(listingId: string, part: Part, changes: TypedValues = {}) {
  const { values, base } = storedPart(await workingOf(listingId), part);
  const { value, mistakes } = typed(partForms[part], { ...values, ...changes });
  if (value === undefined) throw new Error(`wrong in ${mistakes.join(", ")}`);
  // Its own schema has just read it.
  return { listingId, part, base, input: value as PartInput<Part> };
}

/** Fills and saves a part's form. */
export async function save({ seller }: Workshop, listingId: string, part: ListingPart, changes: TypedValues = {}) {
  return saveListingPart(testDb, seller, newKey(), await fill(listingId, part, changes), later());
}

export const submit = ({ seller }: Workshop, listingId: string) =>
  submitListing(testDb, seller, newKey(), listingId, later());

export type Waiting = { itemId: string; queue: string; subjectVersion: number };

/** What waits for the Federation of a listing, the first of a queue when one is named. */
export async function waitingOf(listingId: string): Promise<Waiting[]> {
  return testDb
    .selectFrom("reviewItems")
    .select(["id as itemId", "queue", "subjectVersion"])
    .where("subjectId", "=", listingId)
    .where("status", "=", "open")
    .orderBy("queue")
    .execute();
}

export const APPROVED = { decision: "approved", reasons: [], note: undefined } as const;
export const SENT_BACK = {
  decision: "changes_requested",
  reasons: [{ field: "title", code: "unclear" }],
  note: undefined,
} as const;

/** Takes the item of a listing that waits, as a reviewer does who is about to decide. */
export async function claimed(staff: StaffActor, listingId: string, queue?: string): Promise<Waiting> {
  const item = (await waitingOf(listingId)).find((one) => queue === undefined || one.queue === queue);
  if (!item) throw new Error("nothing waits");
  const claim = await claimReview(testDb, staff, item.itemId, later());
  if (!claim.ok) throw new Error(claim.refusal);
  return item;
}

export async function decide(
  staff: StaffActor,
  listingId: string,
  said: typeof APPROVED | typeof SENT_BACK = APPROVED,
  queue?: string,
) {
  const { itemId, subjectVersion } = await claimed(staff, listingId, queue);
  return decideListing(testDb, staff, newKey(), { itemId, subjectVersion, ...said }, later());
}

/** Sends a draft and approves it. */
export async function publish(workshop: Workshop, staff: StaffActor, options: Omit<ListingOptions, "sellerId"> = {}) {
  const listingId = await makeDraft(workshop, options);
  await submit(workshop, listingId);
  const decided = await decide(staff, listingId);
  if (!decided.ok) throw new Error(decided.refusal);
  return listingId;
}

/** A listing of a trusted shop that is public and looked at after, with a change of its title to be sent. */
export async function makeChecked() {
  const workshop = await makeWorkshop();
  await trust(workshop);
  const listingId = await makeDraft(workshop);
  await submit(workshop, listingId);
  await save(workshop, listingId, "about", { title: "Gümüş sini" });
  return { ...workshop, listingId };
}

/** What the audit log has of a subject, the first deed first. */
export async function deedsOf(subjectId: string) {
  return testDb
    .selectFrom("auditEntries")
    .select(["action", "actorKind", "actorId"])
    .where("subjectId", "=", subjectId)
    .orderBy("id")
    .execute();
}

/** How many jobs of a kind are to be done about a listing or a shop. */
export async function jobsOf(kind: string, id: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from graphile_worker._private_jobs as job
    join graphile_worker._private_tasks as task on task.id = job.task_id
    where task.identifier = ${kind} and ${id} in (job.payload->>'listingId', job.payload->>'sellerId')`.execute(testDb);
  return rows[0]?.count ?? 0;
}

/** Takes away the jobs that are to be done, so that a new one can be seen. */
export async function forgetJobs(): Promise<void> {
  await sql`delete from graphile_worker._private_jobs`.execute(testDb);
}
