import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startSandbox, type Sandbox } from "~/platform/stripe/sandbox/sandbox.server";
import { stripeFrom } from "~/platform/stripe/stripe.server";
import { SANDBOX_KEY } from "~/platform/stripe/sandbox-key";
import { freshKey, makeCheckoutToOpen } from "~tests/support/stripe-sandbox";

let folder = "";
let stateFile = "";
let running: Sandbox | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stripe-sandbox-"));
  stateFile = join(folder, "state.jsonl");
});

afterEach(async () => {
  await running?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(webhookUrl?: string) {
  await running?.close();
  running = await startSandbox({ stateFile, retryDelaysMs: [1], ...(webhookUrl ? { webhookUrl } : {}) });
  const stripe = stripeFrom({ secretKey: SANDBOX_KEY, webhookSecrets: [], apiBase: running.url, retries: 0 });
  return { sandbox: running, stripe };
}

it("knows after a restart what it knew: sessions, payments, balance, clock and keys", async () => {
  const first = await start();
  const [input, key] = [makeCheckoutToOpen(), freshKey()];
  const { sessionId } = await first.stripe.openCheckout(input, key);
  first.sandbox.pay(sessionId, "4242424242424242");
  const before = await first.stripe.findCheckout(sessionId);
  first.sandbox.advance(3600);

  const second = await start();

  expect(await second.stripe.findCheckout(sessionId)).toMatchObject({ status: "complete", payment: "paid" });
  const intent = await second.stripe.findIntent(before?.paymentIntentId ?? "");
  expect(await second.stripe.findCharge(intent?.latestChargeId ?? "")).toMatchObject({ isPaid: true });
  expect(await second.stripe.openCheckout(input, key)).toMatchObject({ sessionId });
  // An hour ahead, a session of now has run out.
  const late = second.stripe.openCheckout(makeCheckoutToOpen({ reference: "late" }), freshKey());
  await expect(late).rejects.toMatchObject({ name: "StripeFault", httpStatus: 400 });
});

it("has written what it did before it answers", async () => {
  const { stripe } = await start();
  const { sessionId } = await stripe.openCheckout(makeCheckoutToOpen(), freshKey());

  expect(readFileSync(stateFile, "utf8")).toContain(sessionId);
});

it("takes a line that a kill cut off for never written", async () => {
  const first = await start();
  const { sessionId } = await first.stripe.openCheckout(makeCheckoutToOpen(), freshKey());
  await first.sandbox.close();
  running = undefined;
  appendFileSync(stateFile, '[{"table":"sessions","id":"cs_test_half","rec');

  const second = await start();

  expect(await second.stripe.findCheckout(sessionId)).toMatchObject({ status: "open" });
  expect(await second.stripe.findCheckout("cs_test_half")).toBeUndefined();
  await second.stripe.openCheckout(makeCheckoutToOpen(), freshKey());
  expect(readFileSync(stateFile, "utf8")).not.toContain("cs_test_half");
});

it("sends after a restart what it had not sent, to the address of today and with one endpoint", async () => {
  const first = await start("http://127.0.0.1:9/webhooks/stripe");
  first.sandbox.webhooks({ hold: true });
  const { sessionId } = await first.stripe.openCheckout(makeCheckoutToOpen(), freshKey());
  first.sandbox.pay(sessionId, "4242424242424242");
  await first.sandbox.close();
  running = undefined;

  // Nobody listens there: each attempt fails at once, which is enough to see where it went.
  const second = await start("http://127.0.0.1:7/webhooks/stripe");
  await second.sandbox.settled();

  expect(second.sandbox.deliveries()).toHaveLength(5);
  expect(
    second.sandbox.deliveries().every(({ status, attempts }) => status === "given-up" && attempts.length === 2),
  ).toBe(true);
  const listed = await fetch(`${second.sandbox.url}/v1/webhook_endpoints`, {
    headers: { authorization: `Bearer ${SANDBOX_KEY}` },
  });
  expect(await listed.json()).toMatchObject({ data: [{ url: "http://127.0.0.1:7/webhooks/stripe" }] });
});

it("begins anew from a file that holds nothing", async () => {
  writeFileSync(stateFile, "");
  const { stripe } = await start();
  expect(await stripe.openCheckout(makeCheckoutToOpen(), freshKey())).toMatchObject({ status: "open" });
});
