import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll } from "vitest";
import { clock } from "~/platform/clock.server";
import { money } from "~/platform/money";
import { SANDBOX_KEY } from "~/platform/stripe/sandbox-key";
import type { CheckoutToOpen, EventSeen, StripePort } from "~/platform/stripe/port";
import { startSandbox, type Sandbox, type SandboxOptions } from "~/platform/stripe/sandbox/sandbox.server";
import { stripeFrom } from "~/platform/stripe/stripe.server";

export type Received = { body: Buffer; signature: string | null; event: EventSeen | undefined };

/** A sandbox, the port on it, and a webhook of ours that takes down what comes. */
export type Stand = {
  sandbox: Sandbox;
  stripe: StripePort;
  received: Received[];
  /** Types of the events that came and were signed rightly, in the order in which they came. */
  types: () => string[];
  /** The status that the webhook answers, for the next calls; 200 when none is left. */
  answers: number[];
  /** How many calls have to wait before any of them is answered; 1 unless a test says otherwise. */
  together: number;
};

/** Runs a sandbox of its own for a test file; each test begins in good weather and with nothing received. */
export function useStripeSandbox(options: SandboxOptions = {}): Stand {
  // Filled before the first test runs.
  const stand = { received: [], answers: [], together: 1 } as unknown as Stand;
  let waiting: (() => void)[] = [];
  let webhook: Server;
  beforeAll(async () => {
    webhook = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on("data", (piece: Buffer) => pieces.push(piece));
      request.on("end", () => {
        const body = Buffer.concat(pieces);
        const header = request.headers["stripe-signature"];
        const signature = typeof header === "string" ? header : null;
        const read = stand.stripe.readEvent(body, signature);
        stand.received.push({ body, signature, event: read.ok ? read.value : undefined });
        waiting.push(() => response.writeHead(stand.answers.shift() ?? 200).end());
        if (waiting.length < stand.together) return;
        for (const answer of waiting) answer();
        waiting = [];
      });
    });
    await new Promise<void>((resolve) => webhook.listen(0, "127.0.0.1", resolve));
    const webhookUrl = `http://127.0.0.1:${(webhook.address() as AddressInfo).port}/webhooks/stripe`;
    stand.sandbox = await startSandbox({ webhookUrl, retryDelaysMs: [1, 2, 4], ...options });
    stand.stripe = stripeFrom({
      secretKey: SANDBOX_KEY,
      webhookSecrets: [stand.sandbox.webhookSecret],
      apiBase: stand.sandbox.url,
      retries: 0,
    });
    stand.types = () => stand.received.flatMap(({ event }) => event?.type ?? []);
  });
  afterEach(async () => {
    stand.sandbox.calm();
    await stand.sandbox.settled();
    stand.received.length = 0;
    stand.answers.length = 0;
    stand.together = 1;
  });
  afterAll(async () => {
    await stand.sandbox.close();
    webhook.closeAllConnections();
    await new Promise((resolve) => webhook.close(resolve));
  });
  return stand;
}

/** A checkout of two silk scarves, 24.00 EUR, open for 40 minutes. */
export function makeCheckoutToOpen(changes: Partial<CheckoutToOpen> = {}): CheckoutToOpen {
  return {
    lines: [{ name: "Kəlağayı", unit: money(1200n, "EUR"), quantity: 2 }],
    metadata: { checkout: "c-1" },
    reference: "c-1",
    email: "anna@example.com",
    locale: "az",
    successUrl: "http://127.0.0.1:3000/az/checkout/done?session={CHECKOUT_SESSION_ID}",
    cancelUrl: "http://127.0.0.1:3000/az/cart",
    expiresAt: new Date(clock().getTime() + 40 * 60_000),
    statementSuffix: undefined,
    ...changes,
  };
}

let keys = 0;

/** An idempotency key that no other call has. */
export function freshKey(): string {
  keys += 1;
  return `key-${keys}`;
}
