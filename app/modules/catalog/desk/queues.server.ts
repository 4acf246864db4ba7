import { sql } from "kysely";
import type { ReviewItem, TogetherRefusal } from "~/modules/reviews";
import {
  approveTogether,
  listLookedAt,
  listReviews,
  listSubjectsOf,
  type ApproveItem,
  type ChosenItem,
  type TogetherOutcome,
} from "~/modules/reviews/index.server";
import { decideShop, type ShopDecisionRefusal } from "~/modules/sellers/index.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import type { StaffActor } from "~/platform/session/actors.server";
import { findCase } from "../reports/queries.server";
import { REPORT_OUTCOME_TEXTS, REPORT_RULE_TEXTS } from "../reports/types";
import { decideListing, type ListingDecisionRefusal } from "../working/review-listing.server";
import { DESK_QUEUES, LATER_QUEUES, MAY_GO_TOGETHER, type DeskQueue, type LaterQueue } from "./queues";

/** What an item is about, in words that its team uses. */
export type Subject = { name: string; detail: string | undefined };
type Naming = (db: Db, subjectIds: readonly string[]) => Promise<Map<string, Subject>>;

type SayDecision = (db: Db, subjectId: string) => Promise<DecisionWords | undefined>;

export type DeskItem = ReviewItem &
  Subject & {
    /** Whether the person may approve it together with others: she has opened it as it is. */
    isLookedAt: boolean;
  };

type Refusal = TogetherRefusal | ShopDecisionRefusal | ListingDecisionRefusal;

/** What was decided about an item, in the reader's words, where a decision says more than yes or no. */
export type DecisionWords = { outcome: string; rule: string | undefined };

type QueueRoom = { nameSubjects: Naming; sayDecision?: SayDecision; approve?: ApproveItem<Refusal> };

const approvalOf = (item: ChosenItem) => ({ ...item, decision: "approved" as const, reasons: [], note: undefined });

const approveShop: ApproveItem<Refusal> = (trx, staff, formKey, item, now) =>
  decideShop(trx, staff, formKey, approvalOf(item), now);
const approveListing: ApproveItem<Refusal> = (trx, staff, formKey, item, now) =>
  decideListing(trx, staff, formKey, approvalOf(item), now);

/** What the rooms that own the queues say of them. */
const ROOMS: Readonly<Record<Exclude<DeskQueue, LaterQueue>, QueueRoom>> = {
  sellers: { nameSubjects: nameSellers, approve: approveShop },
  seller_changes: { nameSubjects: nameSellers, approve: approveShop },
  listings: { nameSubjects: nameListings, approve: approveListing },
  listing_changes: { nameSubjects: nameListings, approve: approveListing },
  listing_checks: { nameSubjects: nameListings, approve: approveListing },
  reports: { nameSubjects: nameCases, sayDecision: sayCaseDecision },
};

/** What rooms after this one say of what waits in their queues. */
export type LaterRooms = Readonly<Record<LaterQueue, Pick<QueueRoom, "nameSubjects" | "sayDecision">>>;

const isLater = (queue: DeskQueue): queue is LaterQueue => LATER_QUEUES.some((later) => later === queue);

export const roomOf = (queue: DeskQueue, later: LaterRooms) => (isLater(queue) ? later[queue] : ROOMS[queue]);

/** What some items of the desk are about, by the ids of their subjects. */
export async function nameItems(
  db: Db,
  items: readonly { queue: string; subjectId: string }[],
  later: LaterRooms,
): Promise<Map<string, Subject>> {
  const named = await Promise.all(
    DESK_QUEUES.map((queue) => {
      const ids = items.flatMap((item) => (item.queue === queue ? [item.subjectId] : []));
      return roomOf(queue, later).nameSubjects(db, [...new Set(ids)]);
    }),
  );
  return new Map(named.flatMap((names) => [...names]));
}

type Question = { queue: DeskQueue; page: number; pageSize: number };

/** What waits in a queue, the oldest first, with what each is about. */
export async function listDeskItems(
  db: Db,
  staff: StaffActor,
  { queue, ...page }: Question,
  later: LaterRooms,
  now: Date,
): Promise<DeskItem[]> {
  const items = await listReviews(db, { queue, ...page }, now);
  const mayGo = MAY_GO_TOGETHER.includes(queue);
  const [names, lookedAt] = await Promise.all([
    nameItems(db, items, later),
    mayGo
      ? listLookedAt(
          db,
          staff.userId,
          items.map(({ itemId }) => itemId),
        )
      : new Set<string>(),
  ]);
  return items.map((item) => ({
    ...item,
    ...(names.get(item.subjectId) ?? { name: "", detail: undefined }),
    isLookedAt: lookedAt.has(item.itemId),
  }));
}

export type ChosenOutcome = TogetherOutcome<Refusal> & { name: string };

/** Approves chosen items of a queue; none of a queue whose items are decided one by one. */
export async function approveChosen(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { queue, items }: { queue: DeskQueue; items: readonly ChosenItem[] },
  now = clock(),
): Promise<ChosenOutcome[]> {
  if (isLater(queue)) return [];
  const { approve, nameSubjects } = ROOMS[queue];
  if (!approve) return [];
  const subjects = await listSubjectsOf(
    db,
    queue,
    items.map(({ itemId }) => itemId),
  );
  const names = await nameSubjects(db, [...subjects.values()]);
  const outcomes = await approveTogether(db, staff, formKey, items, approve, now);
  return outcomes.map((outcome) => ({
    ...outcome,
    name: names.get(subjects.get(outcome.itemId) ?? "")?.name ?? "",
  }));
}

async function nameSellers(db: Db, sellerIds: readonly string[]): Promise<Map<string, Subject>> {
  if (sellerIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("sellers")
    .innerJoin("sellerTexts", (join) =>
      join.onRef("sellerTexts.sellerId", "=", "sellers.id").on("sellerTexts.locale", "=", "az"),
    )
    .innerJoin("placeTexts", (join) =>
      join.onRef("placeTexts.placeId", "=", "sellers.placeId").on("placeTexts.locale", "=", "az"),
    )
    .select(["sellers.id", "sellerTexts.name", "placeTexts.name as place"])
    .where("sellers.id", "in", [...sellerIds])
    .execute();
  return new Map(rows.map(({ id, name, place }) => [id, { name, detail: place }]));
}

async function nameListings(db: Db, listingIds: readonly string[]): Promise<Map<string, Subject>> {
  if (listingIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("listings")
    .innerJoin("listingTexts", (join) =>
      join.onRef("listingTexts.listingId", "=", "listings.id").on("listingTexts.locale", "=", "az"),
    )
    .innerJoin("sellerTexts", (join) =>
      join.onRef("sellerTexts.sellerId", "=", "listings.sellerId").on("sellerTexts.locale", "=", "az"),
    )
    .select(["listings.id", "listingTexts.title", "sellerTexts.name"])
    .where("listings.id", "in", [...listingIds])
    .execute();
  return new Map(rows.map(({ id, title, name }) => [id, { name: title, detail: name }]));
}

async function nameCases(db: Db, caseIds: readonly string[]): Promise<Map<string, Subject>> {
  if (caseIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("reportCases")
    .innerJoin("listingPublications", (join) =>
      join
        .onRef("listingPublications.listingId", "=", "reportCases.listingId")
        .onRef("listingPublications.version", "=", "reportCases.listingVersion"),
    )
    .innerJoin("sellerTexts", (join) =>
      join.onRef("sellerTexts.sellerId", "=", "reportCases.sellerId").on("sellerTexts.locale", "=", "az"),
    )
    .select(["reportCases.id", "sellerTexts.name"])
    .select(sql<string>`listing_publications.card -> 'titles' ->> 'az'`.as("title"))
    .where("reportCases.id", "in", [...caseIds])
    .execute();
  return new Map(rows.map(({ id, title, name }) => [id, { name: title, detail: name }]));
}

async function sayCaseDecision(db: Db, caseId: string): Promise<DecisionWords | undefined> {
  const decision = (await findCase(db, caseId))?.decision;
  if (!decision) return undefined;
  const { outcome, rule } = decision;
  return { outcome: REPORT_OUTCOME_TEXTS[outcome](), rule: rule && REPORT_RULE_TEXTS[rule]() };
}
