import { sql } from "kysely";
import type { Db, Trx } from "~/platform/db/db.server";
import { selectOrders, type HeldOrder } from "../steps/take-step.server";
import type { ProblemKind, ProblemStatus } from "../types";

/** What decides, besides the order's own row, whether somebody may do something with it now. */
export type OrderFacts = HeldOrder & {
  acceptedAt: Date | null;
  readyAt: Date | null;
  completedAt: Date | null;
  transitDaysMax: number;
  /** What has been decided to go back of what came for its dues, and has not gone yet. */
  goingBackMinor: bigint;
  /** Whether the first of its dues has come in full. */
  isFirstDuePaid: boolean;
  parcelCount: number;
  /** Pieces that are in no parcel yet. */
  piecesLeft: number;
  handoverCount: number;
  /** Milestones that were not handed over yet. */
  milestonesLeft: number;
  /** Milestones that were not accepted yet, be they handed over or not. */
  milestonesToAccept: number;
  /** The problem that is not closed yet, if there is one. */
  problem: { problemId: string; kind: ProblemKind; status: ProblemStatus; isForStaff: boolean } | undefined;
  /** Whether it goes to a person, not a company, in a country of the European Union. */
  isForConsumerOfUnion: boolean;
  hasCustomMade: boolean;
  /** Rounds of changes that the price includes, as it was published; undefined where it says nothing of them. */
  revisionsIncluded: number | undefined;
  revisionsAsked: number;
  /** Whether its buyer has rated it. */
  isRated: boolean;
};

/** Whether what is sent to a country is under the consumers' law of the European Union. */
export async function isInUnion(db: Db, country: string): Promise<boolean> {
  const row = await db
    .selectFrom("destinations")
    .select("country")
    .where("country", "=", country)
    .where("marketId", "=", "EU")
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether the first of an order's dues has come in full. */
export const IS_FIRST_DUE_PAID = sql<boolean>`coalesce((
  select received_minor = amount_minor from order_dues where order_id = orders.id order by position limit 1), false)`;

/** What came late belongs to no due, so it is no part of what the order has. */
const GOING_BACK = sql<bigint>`(
  select coalesce(sum(amount_minor), 0) from refunds
  where refunds.order_id = orders.id and refunds.status in ('asked', 'sent') and refunds.cause <> 'late')::bigint`;

/** Adds to orders, by one statement, all that the rules ask for. */
export function selectFacts(db: Db | Trx) {
  return selectOrders(db).select([
    "orders.acceptedAt",
    "orders.readyAt",
    "orders.completedAt",
    "orders.transitDaysMax",
    GOING_BACK.as("goingBackMinor"),
    IS_FIRST_DUE_PAID.as("isFirstDuePaid"),
    sql<number>`(select count(*)::int from order_parcels where order_id = orders.id)`.as("parcelCount"),
    sql<number>`((select coalesce(sum(quantity), 0) from order_lines where order_id = orders.id)
      - (select coalesce(sum(quantity), 0) from order_parcel_lines where order_id = orders.id))::int`.as("piecesLeft"),
    sql<number>`(select count(*)::int from order_handovers where order_id = orders.id)`.as("handoverCount"),
    sql<number>`(
      select count(*)::int from order_milestones where order_id = orders.id and delivered_at is null)`.as(
      "milestonesLeft",
    ),
    sql<number>`(
      select count(*)::int from order_milestones where order_id = orders.id and accepted_at is null)`.as(
      "milestonesToAccept",
    ),
    sql<{ problemId: string; kind: ProblemKind; status: ProblemStatus; isForStaff: boolean } | null>`(
      select jsonb_build_object('problemId', id, 'kind', kind, 'status', status, 'isForStaff', asked_staff_at is not null)
      from order_problems where order_id = orders.id and status <> 'closed')`.as("openProblem"),
    sql<boolean>`orders.company is null and exists (
      select from destinations where country = orders.destination and market_id = 'EU')`.as("isForConsumerOfUnion"),
    sql<boolean>`exists (select from order_ratings where order_ratings.order_id = orders.id)`.as("isRated"),
    sql<boolean>`exists (select from order_lines where order_id = orders.id and is_custom_made)`.as("hasCustomMade"),
    sql<number | null>`(
      select min((snapshot -> 'service' ->> 'revisionsIncluded')::int)
      from order_lines join listing_publications on listing_publications.listing_id = order_lines.listing_id
        and listing_publications.version = order_lines.listing_version
      where order_lines.order_id = orders.id)`.as("revisionsIncluded"),
    sql<number>`(
      select count(*)::int from order_events where order_id = orders.id and deed = 'ask-again')`.as("revisionsAsked"),
  ]);
}

type Row = Omit<OrderFacts, "problem" | "revisionsIncluded"> & {
  openProblem: NonNullable<OrderFacts["problem"]> | null;
  revisionsIncluded: number | null;
};

export function factsOf({ openProblem, revisionsIncluded, ...row }: Row): OrderFacts {
  return { ...row, problem: openProblem ?? undefined, revisionsIncluded: revisionsIncluded ?? undefined };
}
