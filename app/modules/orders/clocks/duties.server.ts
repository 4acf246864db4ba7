import { sql, type RawBuilder } from "kysely";
import { markAccepted, noteAccepted } from "../fulfilment/accept-milestone.server";
import { acceptMilestones } from "../fulfilment/confirm-receipt.server";
import { countCompleted } from "../fulfilment/count-completed.server";
import { recordOrderDeed, type Doing } from "../fulfilment/doing.server";
import { endOrder } from "../fulfilment/end-order.server";
import { SILENCE_DAYS } from "../fulfilment/rules";
import { tellBuyer, tellSeller } from "../letters/tell.server";
import { closeProblem } from "../problems/close-problem.server";
import { hasOpenProblem } from "../problems/open-problem.server";
import { COMPLETE_DAYS, DAY_MS } from "../rules";
import { noteOnOrder, takeStep } from "../steps/take-step.server";

/** Days before the end at which somebody is reminded. */
const ACCEPT_REMINDER_DAYS = 2;
const PAY_REMINDER_DAYS = 1;

/** Something that the clock does with an order: when it is due, of `orders`, and how it is done with one that is held. */
export type Duty = {
  name: string;
  isDue: (now: Date) => RawBuilder<boolean>;
  work: (doing: Doing, now: Date) => Promise<void>;
};

const inDays = (now: Date, days: number) => new Date(now.getTime() + days * DAY_MS);

/** Nobody said whether she takes it. */
const lapse: Duty = {
  name: "lapse",
  isDue: (now) => sql<boolean>`orders.status = 'awaiting_acceptance' and orders.accept_by <= ${now}`,
  work: async (doing, now) => {
    const tells = { buyer: "lapsed", seller: "lapsed" } as const;
    await endOrder(doing, { deed: "lapse", reason: "not-accepted", words: undefined, tells }, now);
  },
};

/** Nobody paid. While a page of Stripe's may still take money, Stripe has to say first that nobody can any more. */
const expire: Duty = {
  name: "expire",
  isDue: (now) => sql<boolean>`orders.status = 'pending_payment' and orders.pay_by <= ${now} and not exists (
    select from checkout_dues join checkouts on checkouts.id = checkout_dues.checkout_id
    where checkout_dues.order_id = orders.id and is_live and checkouts.method = 'stripe')`,
  work: async (doing, now) => {
    const tells = { buyer: "expired", seller: "expired" } as const;
    await endOrder(doing, { deed: "expire", reason: "not-paid", words: undefined, tells }, now);
  },
};

/** The buyer said nothing: what she has is as it should be. */
const complete: Duty = {
  name: "complete",
  isDue: (now) => sql<boolean>`orders.status in ('shipped', 'delivered') and orders.complete_by <= ${now}
    and orders.dispute <> 'open' and not ${hasOpenProblem()}`,
  work: async (doing, now) => {
    const { trx, facts, step } = doing;
    const { orderId } = facts;
    const taken = await takeStep(trx, facts, "complete", step, { now, write: { completedAt: now } });
    if (!taken) return;
    await acceptMilestones(trx, orderId, now);
    await tellBuyer(trx, orderId, "completed", {}, now);
    await tellSeller(trx, orderId, "completed", {});
    await countCompleted(trx, facts.sellerId, now);
    await recordOrderDeed(doing, "complete-order");
  },
};

const isSilent = (now: Date) => sql<boolean>`accepted_at is null and delivered_at <= ${inDays(now, -COMPLETE_DAYS)}`;

/** The buyer said nothing to a part of what is still being made; with the last part the whole has its own days. */
const acceptSilent: Duty = {
  name: "accept-milestones",
  isDue: (now) => sql<boolean>`orders.status = 'in_preparation' and orders.dispute <> 'open' and not ${hasOpenProblem()}
    and orders.id in (select order_id from order_milestones where ${isSilent(now)})
    and exists (select from order_milestones where order_id = orders.id and delivered_at is null)`,
  work: async (doing, now) => {
    const { trx, facts } = doing;
    const { orderId } = facts;
    const silent = await trx
      .selectFrom("orderMilestones")
      .select(["id as milestoneId", "position"])
      .where("orderId", "=", orderId)
      .where(isSilent(now))
      .orderBy("position")
      .execute();
    for (const { milestoneId, position } of silent) {
      if (await markAccepted(trx, { orderId, milestoneId }, now)) {
        await noteAccepted(doing, { milestoneId, position }, now);
      }
    }
  },
};

/** The seller's answer was not contradicted. */
const closeSilent: Duty = {
  name: "close-silent",
  isDue: (now) => sql<boolean>`exists (
    select from order_problems where order_problems.order_id = orders.id and order_problems.status = 'answered'
      and order_problems.answered_at <= ${inDays(now, -SILENCE_DAYS)})`,
  work: async (doing, now) => {
    const { trx, facts, step } = doing;
    await closeProblem(doing, { as: "silent", words: undefined }, now);
    await noteOnOrder(trx, facts.orderId, "close-problem", step, { now, facts: { as: "silent" } });
    await tellSeller(trx, facts.orderId, "problem-closed", {});
    await tellBuyer(trx, facts.orderId, "problem-closed", {}, now);
    await recordOrderDeed(doing, "close-problem", { as: "silent" });
  },
};

const remindToAccept: Duty = {
  name: "remind-to-accept",
  isDue: (now) => sql<boolean>`orders.status = 'awaiting_acceptance' and orders.accept_reminded_at is null
    and orders.accept_by > ${now} and orders.accept_by <= ${inDays(now, ACCEPT_REMINDER_DAYS)}`,
  work: async ({ trx, facts }, now) => {
    const { orderId, acceptBy } = facts;
    await trx.updateTable("orders").set({ acceptRemindedAt: now }).where("id", "=", orderId).execute();
    await tellSeller(trx, orderId, "accept-reminder", { when: acceptBy });
  },
};

/** Of transfers only: who pays by card is at it, or has let it be. */
const remindToPay: Duty = {
  name: "remind-to-pay",
  isDue: (now) => sql<boolean>`orders.status = 'pending_payment' and orders.payment_method = 'bank_transfer'
    and orders.pay_reminded_at is null and orders.pay_by > ${now} and orders.pay_by <= ${inDays(now, PAY_REMINDER_DAYS)}`,
  work: async ({ trx, facts }, now) => {
    const { orderId, payBy } = facts;
    await trx.updateTable("orders").set({ payRemindedAt: now }).where("id", "=", orderId).execute();
    await tellBuyer(trx, orderId, "pay-reminder", { when: payBy }, now);
  },
};

export const DUTIES: readonly Duty[] = [
  lapse,
  expire,
  closeSilent,
  complete,
  acceptSilent,
  remindToAccept,
  remindToPay,
];
