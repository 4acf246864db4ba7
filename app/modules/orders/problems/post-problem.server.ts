import { sql } from "kysely";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { parseForm, type FormAnswer } from "~/platform/http/form.server";
import type { Locale } from "~/platform/i18n/locales";
import { formatMoney, fromDecimal, money, type Money } from "~/platform/money";
import type { InquirerActor } from "~/platform/session/actors.server";
import { selectFacts } from "../fulfilment/facts.server";
import { leftToGiveBack } from "../fulfilment/rules";
import { orderOwnedBy } from "../order-keys.server";
import { buyersRefusalText } from "../refusals.server";
import { problemInput } from "../schema.server";
import type { OrderKind, ProblemKind } from "../types";
import { isEnding, reportProblem } from "./report-problem.server";

const FEWEST_LETTERS = 3;

/** A posted problem: reported, or the form again with what is to be mended; undefined when there is no such order of hers. */
export async function postProblem(
  db: Db,
  inquirer: InquirerActor,
  request: Request,
  { orderId, kind, lang }: { orderId: string; kind: ProblemKind; lang: Locale },
  now = clock(),
): Promise<{ answer: FormAnswer | undefined; hasEnded?: boolean } | undefined> {
  const order = await db
    .selectFrom("orders")
    .select(["currency", sql<OrderKind>`kind`.as("kind")])
    .where("id", "=", orderId)
    .where(orderOwnedBy(inquirer, now))
    .executeTakeFirst();
  if (!order) return undefined;
  const form = await parseForm(request, problemInput);
  if (!form.ok) return { answer: form.answer() };
  const { words, wanted } = form.value;
  if (kind !== "withdrawal" && (words ?? "").length < FEWEST_LETTERS) {
    return { answer: form.answer(undefined, { words: m["orders.deed.mend.words"]() }) };
  }
  const amount = wanted === undefined ? undefined : fromDecimal(wanted, order.currency);
  if (wanted !== undefined && (amount === undefined || amount.amountMinor === 0n)) {
    return { answer: form.answer(undefined, { wanted: m["orders.deed.mend.amount"]() }) };
  }
  const reported = await reportProblem(
    db,
    inquirer,
    form.key,
    { orderId, kind, words, wantedMinor: amount?.amountMinor },
    now,
  );
  if (reported.ok) return { answer: undefined, hasEnded: isEnding(kind, order) };
  if (reported.refusal === "more-than-left") {
    const most = formatMoney(await findLeft(db, { orderId, currency: order.currency }), lang);
    return { answer: form.answer(undefined, { wanted: m["orders.refusal.moreThanLeftOf"]({ most }) }) };
  }
  return { answer: form.answer(buyersRefusalText[reported.refusal]()) };
}

/** @param about an order that is hers: whoever calls has looked */
async function findLeft(db: Db, { orderId, currency }: { orderId: string; currency: string }): Promise<Money> {
  const facts = await selectFacts(db).where("orders.id", "=", orderId).executeTakeFirstOrThrow();
  return money(leftToGiveBack(facts), currency);
}
