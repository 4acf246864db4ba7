import { formatDay } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { formatMoney } from "~/platform/money";
import { whyNotAnswerDispute, type EvidenceFile, type EvidenceTexts } from "./evidence";
import { takesMoney } from "./rules";
import { prefilledTexts } from "./prefilled.server";
import { listDisputedOrders, selectDisputes } from "./read-dispute.server";
import { evidenceRefusalText } from "./refusals.server";
import { DISPUTE_STATUS_TEXTS, disputeReasonText } from "./words";

export type DisputeRowView = {
  disputeId: string;
  amount: string;
  /** A bank that only asks has taken nothing. */
  isTaken: boolean;
  reason: string;
  state: string;
  openedOn: string;
  closedOn: string | undefined;
  /** Until when it may be answered; undefined once it was, or is over. */
  answerBy: string | undefined;
  isOpen: boolean;
};

export type DisputeView = DisputeRowView & {
  orders: { orderId: string; reference: string }[];
  texts: EvidenceTexts;
  /** Names of the files that Stripe has. */
  files: Partial<Record<EvidenceFile, string>>;
  canAnswer: boolean;
  /** Whether what is said here went to the bank, or is on its way. */
  wasAnswered: boolean;
  /** In words, why it takes no evidence, or why what was sent came back. */
  notice: string | undefined;
};

const MOST_OPEN = 200;
const PAGE = 20;

type Row = Awaited<ReturnType<ReturnType<typeof selectDisputes>["executeTakeFirstOrThrow"]>>;

/** The treasurer's list: what is open, the one that has to be answered first at the top; and what is over, the latest first. */
export async function listDisputes(db: Db, lang: Locale, page: number) {
  const [open, over] = await Promise.all([
    selectDisputes(db)
      .where("closedAt", "is", null)
      .orderBy("answerBy")
      .orderBy("disputes.id")
      .limit(MOST_OPEN)
      .execute(),
    selectDisputes(db)
      .where("closedAt", "is not", null)
      .orderBy("closedAt", "desc")
      .orderBy("disputes.id")
      .limit(PAGE + 1)
      .offset((page - 1) * PAGE)
      .execute(),
  ]);
  return {
    open: open.map((row) => rowView(row, lang)),
    over: over.slice(0, PAGE).map((row) => rowView(row, lang)),
    hasMore: over.length > PAGE,
  };
}

/** One dispute with what the bank is told of it; undefined where there is none. */
export async function findDispute(
  db: Db,
  disputeId: string,
  lang: Locale,
  now = clock(),
): Promise<DisputeView | undefined> {
  const row = await selectDisputes(db).where("disputes.id", "=", disputeId).executeTakeFirst();
  if (!row) return undefined;
  const orders = await listDisputedOrders(db, row.receiptId);
  const refusal = whyNotAnswerDispute(row, now);
  return {
    ...rowView(row, lang),
    orders: orders.map(({ orderId, reference }) => ({ orderId, reference })),
    texts: row.texts ?? prefilledTexts(orders),
    files: Object.fromEntries(Object.entries(row.files ?? {}).map(([kind, { name }]) => [kind, name])),
    canAnswer: refusal === undefined,
    wasAnswered: row.texts !== null && row.sendingAt !== null,
    notice: noticeOf(row, refusal, lang),
  };
}

function noticeOf(row: Row, refusal: ReturnType<typeof whyNotAnswerDispute>, lang: Locale): string | undefined {
  const { evidenceSentAt, sendingAt } = row;
  if (evidenceSentAt) return m["disputes.sent"]({ day: dayOf(evidenceSentAt, lang) });
  if (sendingAt && row.closedAt === null) return m["disputes.sending"]();
  if (refusal) return evidenceRefusalText[refusal]();
  return row.refusal === null ? undefined : m["disputes.refusal.notTaken"]();
}

function rowView(row: Row, lang: Locale): DisputeRowView {
  const { status, currency, amountMinor, answerBy, closedAt, evidenceSentAt, sendingAt } = row;
  const isAnswered = closedAt !== null || evidenceSentAt !== null || sendingAt !== null;
  return {
    disputeId: row.disputeId,
    amount: formatMoney({ amountMinor, currency }, lang),
    isTaken: takesMoney(status),
    reason: disputeReasonText(row.reason),
    state: DISPUTE_STATUS_TEXTS[status](),
    openedOn: dayOf(row.openedAt, lang),
    closedOn: closedAt ? dayOf(closedAt, lang) : undefined,
    answerBy: answerBy && !isAnswered ? dayOf(answerBy, lang) : undefined,
    isOpen: closedAt === null,
  };
}

const dayOf = (at: Date, lang: Locale) => formatDay(dayInBaku(at), lang);
