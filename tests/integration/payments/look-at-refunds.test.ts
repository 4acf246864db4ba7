import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { holdOrder } from "~/modules/orders/index.server";
import { checkoutJobs, settleCheckout } from "~/modules/payments/index.server";
import { askToLookAtRefunds } from "~/modules/payments/refunds/look-at-refunds.server";
import { refundFromReceipts } from "~/modules/payments/refunds/refund-order.server";
import { clock } from "~/platform/clock.server";
import { makeCup, openPage, ORIGIN, refundsOf, sendRefunds } from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { useStripeSandbox } from "~tests/support/stripe-sandbox";

const stand = useStripeSandbox();
const inHours = (hours: number) => new Date(clock().getTime() + hours * 3_600_000);

/** A paid order of which 20.00 EUR are asked back. */
async function asked(card: string) {
  const cup = await makeCup();
  const { checkoutId, sessionId, orderIds } = await openPage(stand, [{ listingId: cup.listingId, quantity: 2 }]);
  stand.sandbox.pay(sessionId, card);
  await settleCheckout(testDb, stand.stripe, checkoutId, clock());
  const [orderId = ""] = orderIds;
  const wanted = { amountMinor: 2_000n, cause: "staff" as const, words: "Broken", askedBy: undefined };
  await testDb.transaction().execute(async (trx) => {
    await holdOrder(trx, orderId);
    await refundFromReceipts(trx, orderId, wanted, clock());
  });
  const { id } = await testDb
    .selectFrom("refunds")
    .where("orderId", "=", orderId)
    .select("id")
    .executeTakeFirstOrThrow();
  return { orderId, refundId: id };
}

/** Jobs that wait of a refund: their kinds. */
async function jobsFor(id: string | null | undefined): Promise<string[]> {
  const { rows } = await sql<{ kind: string }>`
    select tasks.identifier as kind from graphile_worker._private_jobs as jobs
    join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id
    where jobs.payload ->> 'refundId' = ${id ?? ""} or jobs.payload ->> 'stripeRefundId' = ${id ?? ""}`.execute(testDb);
  return rows.map(({ kind }) => kind);
}

const forgetJobs = () => sql`delete from graphile_worker._private_jobs`.execute(testDb);

describe("a refund of which nothing more is heard", () => {
  it("is sent after a day, when its job was lost", async () => {
    const { refundId } = await asked("4242424242424242");
    await forgetJobs();
    await askToLookAtRefunds(testDb, inHours(23));
    expect(await jobsFor(refundId)).toEqual([]);
    await askToLookAtRefunds(testDb, inHours(25));
    expect(await jobsFor(refundId)).toEqual(["send-refund"]);
  });

  it("is asked about after a day, when its last event was lost, and comes to its end", async () => {
    // A card whose refunds are pending first.
    const { orderId } = await asked("4000000000007726");
    await sendRefunds(stand, orderId);
    expect(await refundsOf(orderId)).toEqual(["staff 2000 sent"]);
    // Its event comes, and nobody works it.
    stand.sandbox.settleNow();
    const { stripeRefundId } = await testDb
      .selectFrom("refunds")
      .where("orderId", "=", orderId)
      .select("stripeRefundId")
      .executeTakeFirstOrThrow();
    await askToLookAtRefunds(testDb, inHours(25));
    expect(await jobsFor(stripeRefundId)).toEqual(["look-at-refund"]);

    const jobs = checkoutJobs(testDb, { stripe: () => stand.stripe, origin: ORIGIN });
    await jobs["look-at-refund"]({ stripeRefundId: stripeRefundId ?? "" }, { signal: undefined });
    expect(await refundsOf(orderId)).toEqual(["staff 2000 succeeded"]);
    await forgetJobs();
    await askToLookAtRefunds(testDb, inHours(50));
    expect(await jobsFor(stripeRefundId)).toEqual([]);
  });
});
