import { sql } from "kysely";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { isLocale, type Locale } from "~/platform/i18n/locales";
import type { InquirerActor } from "~/platform/session/actors.server";
import { THREAD_PAGE_SIZE, type InquiryKind, type InquiryStatus, type Side, type Thread } from "../types";
import { isBlockedBy } from "../blocks/list-blocked.server";
import { ownedBy } from "./keys.server";
import { listMessages } from "./messages.server";
import { sellerNameIn } from "../seller-name.server";

/** Which messages: the latest, or those before a place. */
export type ThreadPage = { before: number | undefined; lang: Locale };

/** A thread as its buyer sees it; another's is missing. Reading marks it read. */
export async function findBuyersThread(
  db: Db,
  inquirer: InquirerActor,
  inquiryId: string,
  page: ThreadPage,
  now = clock(),
): Promise<Thread | undefined> {
  const row = await selectThread(db, inquiryId, page.lang).where(ownedBy(inquirer, now)).executeTakeFirst();
  return row && threadOf(db, row, "buyer", page, now);
}

/** A thread as the shop sees it; another shop's, and what is not confirmed, is missing. Reading marks it read. */
export async function findSellersThread(
  db: Db,
  { sellerId, inquiryId }: { sellerId: string; inquiryId: string },
  page: ThreadPage,
  now = clock(),
): Promise<Thread | undefined> {
  const row = await selectThread(db, inquiryId, page.lang)
    .where("inquiries.sellerId", "=", sellerId)
    .where("inquiries.status", "<>", "unconfirmed")
    .executeTakeFirst();
  return row && threadOf(db, row, "seller", page, now);
}

/** A thread as staff see it who have to decide about a report of it; reading it marks nothing, the caller writes it down. */
export async function findThreadForStaff(
  db: Db,
  inquiryId: string,
  page: ThreadPage,
  now = clock(),
): Promise<Thread | undefined> {
  const row = await selectThread(db, inquiryId, page.lang).executeTakeFirst();
  return row && threadOf(db, row, undefined, page, now);
}

/** Place of the last message that is for both sides: what the shop does among itself is nothing new to the buyer. */
const SHARED_COUNT = sql<number>`(
  select coalesce(max(inquiry_messages.position), 0) from inquiry_messages
  where inquiry_id = inquiries.id and audience = 'both')`;

type LineRow = { listingId: string; variantId: string | null; quantity: number; version: number };

function selectThread(db: Db, inquiryId: string, lang: Locale) {
  return db
    .selectFrom("inquiries")
    .innerJoin("sellers", "sellers.id", "inquiries.sellerId")
    .innerJoin("sellerSlugs", (join) =>
      join.onRef("sellerSlugs.sellerId", "=", "sellers.id").on("sellerSlugs.isCurrent", "is", true),
    )
    .where("inquiries.id", "=", inquiryId)
    .select([
      "inquiries.id as inquiryId",
      "inquiries.reference",
      "inquiries.kind",
      "inquiries.status",
      "inquiries.sellerId",
      "sellers.status as sellerStatus",
      sellerNameIn(lang).as("sellerName"),
      "sellerSlugs.slug as sellerSlug",
      "inquiries.buyerUserId",
      "inquiries.guestEmail",
      "inquiries.buyerName",
      "inquiries.company",
      "inquiries.erasedAt",
      "inquiries.locale",
      "inquiries.destination",
      sql<string | null>`needed_by::text`.as("neededBy"),
      "inquiries.incoterm",
      "inquiries.targetAmountMinor",
      "inquiries.targetCurrency",
      "inquiries.createdAt",
      "inquiries.messageCount",
      SHARED_COUNT.as("sharedCount"),
      "inquiries.assignedTo",
      "inquiries.sellerRead",
      "inquiries.sellerReadAt",
      "inquiries.buyerRead",
      "inquiries.buyerReadAt",
      sql<LineRow[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('listingId', listing_id, 'variantId', variant_id,
          'quantity', quantity, 'version', listing_version) order by position), '[]')
        from inquiry_lines where inquiry_id = inquiries.id)`.as("lines"),
      sql<number>`(
        select count(*)::int from inquiries as earlier
        where earlier.first_answered_at is not null and earlier.id <> inquiries.id
          and (earlier.buyer_user_id = inquiries.buyer_user_id or earlier.guest_email = inquiries.guest_email))`.as(
        "answeredBefore",
      ),
      sql<Side[]>`array(
        select reported_by from inquiry_cases where inquiry_id = inquiries.id and inquiry_cases.status = 'open')`.as(
        "openReports",
      ),
    ]);
}

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof selectThread>["executeTakeFirst"]>>>;

async function threadOf(
  db: Db,
  row: Row,
  side: Side | undefined,
  { before, lang }: ThreadPage,
  now: Date,
): Promise<Thread> {
  // What is the shop's alone is not in the page that a buyer's browser gets, shown or not.
  const isShops = side !== "buyer";
  const isBlocked = isShops && (await isBlockedBy(db, row));
  const asked = { inquiryId: row.inquiryId, side, before, limit: THREAD_PAGE_SIZE + 1, lang };
  const found = await listMessages(db, asked);
  if (side !== undefined && before === undefined) await markRead(db, row, side, now);
  const messages = found.slice(-THREAD_PAGE_SIZE);
  const { targetAmountMinor, targetCurrency } = row;
  return {
    inquiryId: row.inquiryId,
    reference: row.reference,
    // The table's checks allow no others.
    kind: row.kind as InquiryKind,
    status: row.status as InquiryStatus,
    seller: {
      sellerId: row.sellerId,
      slug: row.sellerSlug,
      name: row.sellerName,
      isPublic: row.sellerStatus === "approved",
    },
    buyer: {
      name: row.buyerName ?? undefined,
      company: row.company ?? undefined,
      isGuest: row.guestEmail !== null,
      isGone: row.erasedAt !== null,
      answeredBefore: row.answeredBefore,
    },
    locale: isLocale(row.locale) ? row.locale : "en",
    destination: row.destination,
    neededBy: row.neededBy ?? undefined,
    incoterm: row.incoterm ?? undefined,
    target:
      targetAmountMinor === null || targetCurrency === null
        ? undefined
        : { amountMinor: targetAmountMinor, currency: targetCurrency },
    lines: row.lines.map(({ variantId, ...line }) => ({ ...line, variantId: variantId ?? undefined })),
    createdAt: row.createdAt,
    messageCount: side === "buyer" ? row.sharedCount : row.messageCount,
    assignedTo: isShops ? (row.assignedTo ?? undefined) : undefined,
    isBlocked,
    openReports: row.openReports,
    read: {
      seller: { position: row.sellerRead, at: row.sellerReadAt ?? undefined },
      buyer: { position: row.buyerRead, at: row.buyerReadAt ?? undefined },
    },
    messages,
    hasEarlier: found.length > THREAD_PAGE_SIZE,
  };
}

/** Marks what is on the screen; a reader who is slower than another window takes nothing back. */
async function markRead(db: Db, { inquiryId, messageCount, ...row }: Row, side: Side, now: Date): Promise<void> {
  if ((side === "seller" ? row.sellerRead : row.buyerRead) >= messageCount) return;
  const marked =
    side === "seller" ? { sellerRead: messageCount, sellerReadAt: now } : { buyerRead: messageCount, buyerReadAt: now };
  await db
    .updateTable("inquiries")
    .set(marked)
    .where("id", "=", inquiryId)
    .where(side === "seller" ? "sellerRead" : "buyerRead", "<", messageCount)
    .execute();
}

export type ThreadNews = { messageCount: number; otherRead: number };

/** What a page that is open asks now and then: whether there is something new. Marks nothing; shows spam as open. */
export async function findBuyersNews(
  db: Db,
  inquirer: InquirerActor,
  inquiryId: string,
  now = clock(),
): Promise<ThreadNews | undefined> {
  return db
    .selectFrom("inquiries")
    .select([SHARED_COUNT.as("messageCount"), "sellerRead as otherRead"])
    .where("id", "=", inquiryId)
    .where(ownedBy(inquirer, now))
    .executeTakeFirst();
}

export async function findSellersNews(
  db: Db,
  { sellerId, inquiryId }: { sellerId: string; inquiryId: string },
): Promise<ThreadNews | undefined> {
  return db
    .selectFrom("inquiries")
    .select(["messageCount", "buyerRead as otherRead"])
    .where("id", "=", inquiryId)
    .where("sellerId", "=", sellerId)
    .where("status", "<>", "unconfirmed")
    .executeTakeFirst();
}
