import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { isPortFree } from "~/platform/processes/free-port.server";
import { startEmbeddedStripe, type EmbeddedStripe } from "~/platform/stripe/sandbox/embedded.server";
import { SANDBOX_KEY } from "~/platform/stripe/sandbox-key";
import { stripeFrom } from "~/platform/stripe/stripe.server";
import { freshKey, makeCheckoutToOpen } from "~tests/support/stripe-sandbox";

const AHEAD_MS = 86_400_000;

let folder = "";
let running: EmbeddedStripe | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stripe-child-"));
});

afterEach(async () => {
  await running?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(aheadMs = 0) {
  running = await startEmbeddedStripe({
    folder,
    webhookUrl: "http://127.0.0.1:9/webhooks/stripe",
    webhookSecret: "whsec_child",
    merchantName: "Karvan Export",
    merchantCountry: "EE",
    aheadMs,
    logFile: join(folder, "stripe.log"),
    env: process.env,
  });
  const stripe = stripeFrom({ secretKey: SANDBOX_KEY, webhookSecrets: [], apiBase: running.url });
  return { child: running, stripe };
}

it("comes back on its port with what it knew, even when it was killed", async () => {
  const first = await start();
  const { sessionId, url } = await first.stripe.openCheckout(makeCheckoutToOpen(), freshKey());
  await first.child.kill();

  const second = await start();

  expect(second.child.url).toBe(first.child.url);
  expect(await second.stripe.findCheckout(sessionId)).toMatchObject({ status: "open", url });
});

it("ends when it is asked to, and leaves nothing on its port", async () => {
  const { child } = await start();

  await child.stop();

  expect(await child.exited).toEqual({ code: 0, signal: null });
  expect(await isPortFree(Number(new URL(child.url).port))).toBe(true);
});

it("has the site's clock, and the secret not among its arguments", async () => {
  const { child, stripe } = await start(AHEAD_MS);

  // A day ahead, a session of our now has run out before it begins.
  await expect(stripe.openCheckout(makeCheckoutToOpen(), freshKey())).rejects.toMatchObject({ httpStatus: 400 });
  const { expiresAt } = makeCheckoutToOpen();
  const later = makeCheckoutToOpen({ expiresAt: new Date(expiresAt.getTime() + AHEAD_MS) });
  expect(await stripe.openCheckout(later, freshKey())).toMatchObject({ status: "open" });
  // Where the system shows no list, there is nothing to see in it either.
  const list = `/proc/${child.pid}/cmdline`;
  expect(existsSync(list) ? readFileSync(list, "utf8") : "").not.toContain("whsec_child");
});
