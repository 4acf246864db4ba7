import { expect, it } from "vitest";
import { bringDispute } from "~db/seed/disputed-order";
import { seedDemo } from "~db/seed/seed";
import { clock } from "~/platform/clock.server";
import { testDb } from "~tests/support/database";
import { expectSoundLedger } from "~tests/support/ledger";
import { useStripeSandbox } from "~tests/support/stripe-sandbox";

const stand = useStripeSandbox();

it("the demo has an order whose payment is disputed, which the treasurer has still days to answer, once", async () => {
  await seedDemo(testDb);
  const bring = () =>
    bringDispute(
      testDb,
      { stripe: stand.stripe, sandboxUrl: stand.sandbox.url, origin: "http://127.0.0.1:3000" },
      clock(),
    );
  expect(await bring()).toBe(true);
  const disputed = await testDb
    .selectFrom("disputes")
    .innerJoin("receiptParts", "receiptParts.receiptId", "disputes.receiptId")
    .innerJoin("orders", "orders.id", "receiptParts.orderId")
    .select(["orders.status", "orders.dispute", "disputes.status as state", "answerBy"])
    .execute();
  expect(disputed).toMatchObject([{ status: "shipped", dispute: "open", state: "needs_response" }]);
  expect(disputed[0]?.answerBy?.getTime()).toBeGreaterThan(clock().getTime() + 5 * 86_400_000);
  expect(await bring()).toBe(false);
  await expectSoundLedger(testDb);
});
