import { expect, it } from "vitest";
import { bringDispute } from "~db/seed/disputed-order";
import { bringForeignCharge } from "~db/seed/foreign-charge";
import { seedDemo } from "~db/seed/seed";
import { listDifferences, reconcileStripe } from "~/modules/payments/index.server";
import { clock } from "~/platform/clock.server";
import { workReceived } from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { balances, expectSoundLedger } from "~tests/support/ledger";
import { useStripeSandbox } from "~tests/support/stripe-sandbox";

const stand = useStripeSandbox();

it("the demo has one difference to the payment provider's books, which the treasurer has to find out, once", async () => {
  await seedDemo(testDb);
  const calls = { stripe: stand.stripe, sandboxUrl: stand.sandbox.url, origin: "http://127.0.0.1:3000" };
  await bringDispute(testDb, calls, clock());
  const before = await balances(testDb);
  expect(await bringForeignCharge(testDb, calls)).toBe(true);
  expect(await bringForeignCharge(testDb, calls)).toBe(false);
  await workReceived(stand);
  await reconcileStripe(testDb, stand.stripe, new Date(clock().getTime() + 2_000));

  const { differences } = await listDifferences(testDb);
  expect(differences).toMatchObject([
    { kind: "charge_unknown", currency: "EUR", amountMinor: 4_500n, resolvedAt: undefined },
  ]);
  const after = await balances(testDb);
  expect((after["unexplained EUR"] ?? 0) - (before["unexplained EUR"] ?? 0)).toBe(-4_500);
  expect(after["seller_pending EUR"]).toBe(before["seller_pending EUR"]);
  await expectSoundLedger(testDb);
});
