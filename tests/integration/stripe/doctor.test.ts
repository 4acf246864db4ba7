import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { lookAtStripe, NEEDED_EVENTS } from "~/platform/stripe/look.server";
import { SANDBOX_KEY } from "~/platform/stripe/sandbox-key";
import { startSandbox, type Sandbox, type SandboxOptions } from "~/platform/stripe/sandbox/sandbox.server";

const SITE_URL = "https://karvan.example";
const WEBHOOK = `${SITE_URL}/webhooks/stripe`;

let sandbox: Sandbox | undefined;

afterEach(async () => {
  await sandbox?.close();
});

async function look(options: SandboxOptions = {}, changes: Record<string, string> = {}) {
  sandbox = await startSandbox(options);
  const settings = {
    APP_MODE: "demo",
    SITE_URL,
    STRIPE_SECRET_KEY: SANDBOX_KEY,
    STRIPE_API_BASE: sandbox.url,
    MERCHANT_COUNTRY: "EE",
  };
  return {
    sandbox,
    looks: await lookAtStripe({ ...settings, ...changes }),
    again: () => lookAtStripe({ ...settings, ...changes }),
  };
}

const wrongs = (looks: Awaited<ReturnType<typeof lookAtStripe>>) =>
  looks.filter(({ isWrong }) => isWrong).map(({ text }) => text);

async function makeEndpoint(origin: string, changes: Record<string, string> = {}): Promise<void> {
  const body = new URLSearchParams({ url: WEBHOOK, ...changes });
  if (changes["enabled_events[]"] === undefined)
    for (const type of NEEDED_EVENTS) body.append("enabled_events[]", type);
  const headers = { authorization: `Bearer ${SANDBOX_KEY}` };
  const made = await fetch(`${origin}/v1/webhook_endpoints`, { method: "POST", headers, body });
  expect(made.status).toBe(200);
}

describe("the look at Stripe", () => {
  it("finds nothing wrong with an account of the merchant's country and an endpoint of ours", async () => {
    const { looks } = await look({ webhookUrl: WEBHOOK });
    expect(wrongs(looks)).toEqual([]);
    expect(looks).toHaveLength(2);
  });

  it("is content with the needed events alone", async () => {
    const { sandbox: own, again } = await look();
    await makeEndpoint(own.url);
    expect(wrongs(await again())).toEqual([]);
  });

  it("says that no cards are taken without a key", async () => {
    expect(await lookAtStripe({ APP_MODE: "production", SITE_URL })).toEqual([
      { isWrong: false, text: "STRIPE_SECRET_KEY is not set: no cards are taken" },
    ]);
  });

  it("names a test key in production", async () => {
    const { looks } = await look({ webhookUrl: WEBHOOK }, { APP_MODE: "production" });
    expect(wrongs(looks)).toEqual([expect.stringContaining("STRIPE_SECRET_KEY is a test key")]);
  });

  it("names a merchant of another country than the account's", async () => {
    const { looks } = await look({ webhookUrl: WEBHOOK, account: { country: "LT" } });
    expect(wrongs(looks)).toEqual(["MERCHANT_COUNTRY: the account of STRIPE_SECRET_KEY is in LT"]);
  });

  it("names an account that may take no payments", async () => {
    const { looks } = await look({ webhookUrl: WEBHOOK, account: { mayCharge: false } });
    expect(wrongs(looks)).toEqual(["STRIPE_SECRET_KEY: the account may not take payments yet"]);
  });

  it("names a webhook that nobody sends to", async () => {
    const { looks } = await look({ webhookUrl: "https://other.example/webhooks/stripe" });
    expect(wrongs(looks)).toEqual([expect.stringContaining(`no endpoint at Stripe sends its events to ${WEBHOOK}`)]);
  });

  it("names the events that are missing and another API version", async () => {
    const { sandbox: own, again } = await look();
    await makeEndpoint(own.url, { "enabled_events[]": "checkout.session.completed", api_version: "2020-08-27" });
    expect(wrongs(await again())).toEqual([
      expect.stringContaining("must have the API version 2026-10-28.endive"),
      expect.stringContaining("is not sent checkout.session.async_payment_succeeded"),
    ]);
  });

  it("names a key that Stripe does not accept, and does not tell it", async () => {
    const { looks } = await look({}, { STRIPE_SECRET_KEY: "rk_test_unknown" });
    expect(wrongs(looks)).toEqual(["STRIPE_SECRET_KEY is not accepted by Stripe"]);
  });

  it("says when Stripe cannot be reached", async () => {
    const { sandbox: own } = await look();
    await own.close();
    const looks = await lookAtStripe({
      APP_MODE: "demo",
      SITE_URL,
      STRIPE_SECRET_KEY: SANDBOX_KEY,
      STRIPE_API_BASE: own.url,
    });
    expect(wrongs(looks)).toEqual([expect.stringContaining("no connection to Stripe")]);
  });

  it("says when what answers is not Stripe", async () => {
    const other = createServer((_request, response) => response.end("hello"));
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const apiBase = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    const looks = await lookAtStripe({
      APP_MODE: "demo",
      SITE_URL,
      STRIPE_SECRET_KEY: SANDBOX_KEY,
      STRIPE_API_BASE: apiBase,
    });
    other.closeAllConnections();
    await new Promise((resolve) => other.close(resolve));

    expect(wrongs(looks)).toEqual([expect.stringMatching(/^STRIPE_SECRET_KEY: /)]);
  });
});
