import { sql, type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool } from "kysely";
import type { Db } from "~/platform/db/db.server";
import { foldedHoldsWords, holdsWords } from "~/platform/db/holds-words.server";
import type { DB } from "~/platform/db/types.generated";
import type { InquirerActor } from "~/platform/session/actors.server";
import { statusFor } from "../rules";
import { ownedBy } from "../thread/keys.server";
import {
  INBOX_PAGE_SIZE,
  INQUIRY_STATUSES,
  type InquiryKind,
  type InquiryRow,
  type InquiryStatus,
  type Side,
} from "../types";

/** What a list shows: one state, what is somebody's own, what is unread, and words. */
export type InboxQuestion = {
  status: InquiryStatus | undefined;
  /** Assigned to this member. */
  assignedTo?: string | undefined;
  isUnread: boolean;
  words: string;
  page: number;
};

export type Inbox = { rows: InquiryRow[]; found: number; counts: Map<InquiryStatus, number>; unread: number };

type Where = (eb: ExpressionBuilder<DB, "inquiries">) => Expression<SqlBool>;

/** What each side has to read; what the shop does among itself is nothing new to the buyer. */
const UNREAD: Readonly<Record<Side, RawBuilder<boolean>>> = {
  seller: sql<boolean>`inquiries.seller_read < inquiries.message_count`,
  buyer: sql<boolean>`exists (
    select from inquiry_messages
    where inquiry_id = inquiries.id and audience = 'both' and inquiry_messages.position > inquiries.buyer_read)`,
};

/** A shop's threads: what waits for it first, and of that what waits longest; spam only when it is asked for. */
export function listSellersInquiries(db: Db, sellerId: string, question: InboxQuestion): Promise<Inbox> {
  const own: Where = (eb) => eb.and([eb("inquiries.sellerId", "=", sellerId), eb("status", "<>", "unconfirmed")]);
  return listInquiries(db, { side: "seller", own, question });
}

/** A buyer's threads, the latest first; what a shop took for spam looks to her as it did: open. */
export function listBuyersInquiries(
  db: Db,
  inquirer: InquirerActor,
  question: InboxQuestion,
  now: Date,
): Promise<Inbox> {
  return listInquiries(db, { side: "buyer", own: ownedBy(inquirer, now), question });
}

type Asking = { side: Side; own: Where; question: InboxQuestion };

async function listInquiries(db: Db, { side, own, question }: Asking): Promise<Inbox> {
  const { status, assignedTo, isUnread, page } = question;
  const wanted = question.words.trim();
  const statuses = status === undefined ? undefined : INQUIRY_STATUSES.filter((one) => statusFor(side, one) === status);
  const chosen = db
    .selectFrom("inquiries")
    .where(own)
    // An empty string is no state: nothing has it.
    .$if(statuses !== undefined, (query) => query.where("status", "in", [...(statuses ?? []), ""]))
    .$if(statuses === undefined && side === "seller", (query) => query.where("status", "<>", "spam"))
    .$if(assignedTo !== undefined, (query) => query.where("assignedTo", "=", assignedTo ?? ""))
    .$if(isUnread, (query) => query.where(UNREAD[side]))
    .$if(wanted !== "", (query) => query.where(holds(wanted, side)));
  // The rows of the page first: titles, pictures and words would be looked up for every row before it, too.
  const onPage = chosen
    .select(["inquiries.id", (eb) => eb.fn.countAll<bigint>().over().as("found")])
    .$if(side === "seller", (query) => query.orderBy(sql`waits_since asc nulls last`))
    .orderBy("lastMessageAt", "desc")
    .orderBy("inquiries.id")
    .limit(INBOX_PAGE_SIZE)
    .offset((page - 1) * INBOX_PAGE_SIZE)
    .as("onPage");
  const [rows, counted] = await Promise.all([
    selectRows(db, side)
      .innerJoin(onPage, "onPage.id", "inquiries.id")
      .select("onPage.found")
      .$if(side === "seller", (query) => query.orderBy(sql`waits_since asc nulls last`))
      .orderBy("inquiries.lastMessageAt", "desc")
      .orderBy("inquiries.id")
      .execute(),
    db
      .selectFrom("inquiries")
      .where(own)
      .groupBy("status")
      .select((eb) => [
        "status",
        eb.fn.countAll<bigint>().as("count"),
        eb.fn.countAll<bigint>().filterWhere(UNREAD[side]).as("unread"),
      ])
      .execute(),
  ]);
  const counts = new Map(INQUIRY_STATUSES.map((one) => [one, 0]));
  for (const row of counted) {
    // The table's check allows no other.
    const shown = statusFor(side, row.status as InquiryStatus);
    counts.set(shown, (counts.get(shown) ?? 0) + Number(row.count));
  }
  return {
    rows: rows.map(rowOf),
    found: Number(rows[0]?.found ?? 0n),
    counts,
    unread: counted.reduce(
      (sum, row) => (row.status === "spam" && side === "seller" ? sum : sum + Number(row.unread)),
      0,
    ),
  };
}

/** Who asks, the number, what it is about, and what was written; for the buyer, whom she asks. */
function holds(words: string, side: Side) {
  return (eb: ExpressionBuilder<DB, "inquiries">) =>
    eb.or([
      foldedHoldsWords(sql.ref("inquiries.foldedBuyer"), words),
      ...(side === "seller"
        ? []
        : [
            sql<boolean>`exists (
              select from seller_texts
              where seller_id = inquiries.seller_id and ${holdsWords(sql`seller_texts.name`, words)})`,
          ]),
      sql<boolean>`exists (
        select from inquiry_lines join listing_texts using (listing_id)
        where inquiry_id = inquiries.id and ${foldedHoldsWords(sql`folded_title`, words)})`,
      sql<boolean>`exists (
        select from inquiry_messages
        where inquiry_id = inquiries.id and ${foldedHoldsWords(sql`folded_body`, words)})`,
    ]);
}

function selectRows(db: Db, side: Side) {
  return db
    .selectFrom("inquiries")
    .leftJoin("users", "users.id", "inquiries.assignedTo")
    .select([
      "inquiries.id as inquiryId",
      "inquiries.reference",
      "inquiries.kind",
      "inquiries.status",
      "inquiries.company",
      "inquiries.destination",
      "inquiries.lastMessageAt",
      "inquiries.waitsSince",
      "inquiries.assignedTo",
      UNREAD[side].as("isUnread"),
      "users.name as assignedName",
      "inquiries.buyerName as who",
      sql<Record<string, string>>`(
        select jsonb_object_agg(locale, name) from seller_texts where seller_id = inquiries.seller_id)`.as(
        "sellerNames",
      ),
      sql<{ titles: Record<string, string>; quantity: number; sha256: string | null } | null>`(
        select jsonb_build_object('quantity', quantity, 'sha256', coalesce(front, (
          select front from listing_publications as today
          where today.listing_id = published.listing_id and is_current)) ->> 'sha256',
          'titles', (select jsonb_object_agg(key, value ->> 'title') from jsonb_each(snapshot -> 'texts')))
        from inquiry_lines
          join listing_publications as published
            on published.listing_id = inquiry_lines.listing_id and published.version = listing_version
        where inquiry_id = inquiries.id order by position limit 1)`.as("first"),
      sql<number>`(select count(*)::int from inquiry_lines where inquiry_id = inquiries.id)`.as("lineCount"),
      sql<string | null>`(
        select left(body, 160) from inquiry_messages
        where inquiry_id = inquiries.id and body is not null order by inquiry_messages.position desc limit 1)`.as(
        "lastWords",
      ),
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRows>["execute"]>>[number];

function rowOf({ first, ...row }: Row): InquiryRow {
  return {
    inquiryId: row.inquiryId,
    reference: row.reference,
    // The table's checks allow no others.
    kind: row.kind as InquiryKind,
    status: row.status as InquiryStatus,
    who: row.who ?? undefined,
    sellerNames: row.sellerNames,
    company: row.company ?? undefined,
    destination: row.destination,
    titles: first?.titles ?? {},
    quantity: first?.quantity ?? 0,
    lineCount: row.lineCount,
    picture: first?.sha256 ? { sha256: first.sha256 } : undefined,
    lastWords: row.lastWords ?? undefined,
    lastMessageAt: row.lastMessageAt,
    waitsSince: row.waitsSince ?? undefined,
    isUnread: row.isUnread,
    assignedTo: row.assignedTo ?? undefined,
    assignedName: row.assignedName ?? undefined,
  };
}
