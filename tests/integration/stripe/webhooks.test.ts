import { describe, expect, it } from "vitest";
import { stripeFrom } from "~/platform/stripe/stripe.server";
import { signatureOf } from "~/platform/stripe/sandbox/deliverer.server";
import { clock } from "~/platform/clock.server";
import { SANDBOX_KEY } from "~/platform/stripe/sandbox-key";
import { freshKey, makeCheckoutToOpen, useStripeSandbox } from "~tests/support/stripe-sandbox";

const stand = useStripeSandbox();

async function makePaid(): Promise<string> {
  const { sessionId } = await stand.stripe.openCheckout(makeCheckoutToOpen(), freshKey());
  stand.sandbox.pay(sessionId, "4242424242424242");
  return sessionId;
}

const IN_ORDER = [
  "payment_intent.created",
  "charge.succeeded",
  "charge.updated",
  "payment_intent.succeeded",
  "checkout.session.completed",
];

const pendingOf = (type: string) => stand.sandbox.events().findLast((event) => event.type === type)?.pendingWebhooks;

describe("events", () => {
  it("arrive signed, in order and once, and are then no longer pending", async () => {
    const sessionId = await makePaid();
    await stand.sandbox.settled();

    expect(stand.types()).toEqual(IN_ORDER);
    expect(stand.received.at(-1)?.event).toMatchObject({ objectId: sessionId, isLive: false });
    expect(pendingOf("checkout.session.completed")).toBe(0);
  });

  it("that are held arrive when they are let go", async () => {
    stand.sandbox.webhooks({ hold: true });
    await makePaid();
    await stand.sandbox.settled();

    expect(stand.types()).toEqual([]);
    expect(pendingOf("checkout.session.completed")).toBe(1);
    stand.sandbox.webhooks({ hold: false });
    await stand.sandbox.settled();
    expect(stand.types()).toEqual(IN_ORDER);
  });

  it("are doubled with the same id", async () => {
    stand.sandbox.webhooks({ duplicate: true });
    await makePaid();
    await stand.sandbox.settled();

    expect(stand.types()).toEqual(IN_ORDER.flatMap((type) => [type, type]));
    expect(stand.received[0]?.event?.eventId).toBe(stand.received[1]?.event?.eventId);
  });

  it("come in the reverse order", async () => {
    stand.sandbox.webhooks({ order: "reverse" });
    await makePaid();
    await stand.sandbox.settled();

    expect(stand.types()).toEqual(IN_ORDER.toReversed());
  });

  it("come in an order that the seed draws, the same one each time", async () => {
    const orders: string[][] = [];
    for (const seed of [1, 2, 3, 4, 5]) {
      stand.sandbox.webhooks({ hold: true, order: { shuffle: seed } });
      await makePaid();
      stand.sandbox.webhooks({ hold: false });
      await stand.sandbox.settled();
      orders.push(stand.types());
      stand.received.length = 0;
    }

    for (const order of orders) expect(order.toSorted()).toEqual(IN_ORDER.toSorted());
    expect(new Set(orders.map((order) => order.join())).size).toBeGreaterThan(1);
  });

  it("are dropped by number and by type", async () => {
    stand.sandbox.webhooks({ drop: { count: 1, types: ["checkout.session.completed"] } });
    await makePaid();
    await stand.sandbox.settled();
    expect(stand.types()).toEqual(IN_ORDER.slice(0, -1));
    expect(stand.sandbox.deliveries().at(-1)).toMatchObject({ type: "checkout.session.completed", status: "dropped" });

    stand.received.length = 0;
    stand.sandbox.webhooks({ drop: { count: 2 } });
    await makePaid();
    await stand.sandbox.settled();
    expect(stand.types()).toEqual(IN_ORDER.slice(2));
  });

  it("that were dropped are sent when they are asked for again", async () => {
    stand.sandbox.webhooks({ drop: { count: 5 } });
    await makePaid();
    await stand.sandbox.settled();
    const lost = stand.sandbox.events().at(-1);

    stand.sandbox.sendAgain(lost?.id ?? "");
    await stand.sandbox.settled();

    expect(stand.types()).toEqual(["checkout.session.completed"]);
  });

  it("wait as long as they are told to", async () => {
    stand.sandbox.webhooks({ delayMs: 20 });
    const begun = performance.now();
    await makePaid();
    await stand.sandbox.settled();

    expect(stand.types()).toEqual(IN_ORDER);
    expect(performance.now() - begun).toBeGreaterThan(5 * 15);
  });

  it("arrive beside each other when many may be under way", async () => {
    // One after the other none would ever be answered.
    stand.together = IN_ORDER.length;
    stand.sandbox.webhooks({ atOnce: IN_ORDER.length });
    await makePaid();
    await stand.sandbox.settled();

    expect(stand.types().toSorted()).toEqual(IN_ORDER.toSorted());
  });

  it("are sent again until they are accepted; a redirect is no acceptance", async () => {
    stand.sandbox.webhooks({ hold: true });
    await makePaid();
    stand.answers.push(500, 302);
    stand.sandbox.webhooks({ hold: false });
    await stand.sandbox.settled();

    const first = stand.received.filter(({ event }) => event?.type === "payment_intent.created");
    expect(first).toHaveLength(2);
    expect(stand.types().toSorted()).toEqual([...IN_ORDER, "charge.succeeded", "payment_intent.created"].toSorted());
    const delivery = stand.sandbox.deliveries().findLast(({ type }) => type === "payment_intent.created");
    expect(delivery).toMatchObject({ status: "delivered", attempts: [{ status: 500 }, { status: 200 }] });
    expect(pendingOf("payment_intent.created")).toBe(0);
  });

  it("are given up after the last pause and stay pending", async () => {
    stand.sandbox.webhooks({ hold: true });
    await makePaid();
    stand.answers.push(...Array.from({ length: 20 }, () => 503));
    stand.sandbox.webhooks({ hold: false });
    await stand.sandbox.settled();

    expect(stand.received).toHaveLength(20);
    expect(stand.sandbox.deliveries().at(-1)).toMatchObject({ status: "given-up" });
    expect(pendingOf("checkout.session.completed")).toBe(1);
  });
});

describe("the signature", () => {
  const secret = "whsec_one";
  const port = (...webhookSecrets: string[]) => stripeFrom({ secretKey: SANDBOX_KEY, webhookSecrets });
  const body = JSON.stringify({
    id: "evt_1",
    object: "event",
    type: "new.thing",
    created: 1,
    livemode: false,
    data: { object: {} },
  });
  const bytes = Buffer.from(body);
  const now = () => Math.floor(clock().getTime() / 1000);

  it("of one of our secrets is taken, also while they are being changed", () => {
    const header = signatureOf(body, secret, now());

    expect(port(secret).readEvent(bytes, header)).toMatchObject({
      ok: true,
      value: { eventId: "evt_1", type: "new.thing" },
    });
    expect(port("whsec_new", secret).readEvent(bytes, header)).toMatchObject({ ok: true });
  });

  it("that is missing is refused", () => {
    expect(port(secret).readEvent(bytes, null)).toEqual({ ok: false, refusal: "no-signature" });
  });

  it.each([
    ["of another secret", signatureOf(body, "whsec_two", now())],
    ["of another body", signatureOf(`${body} `, secret, now())],
    ["that is none", "t=now,v1=zz"],
    ["of another scheme", signatureOf(body, secret, now()).replace("v1=", "v0=")],
  ])("%s is refused", (_what, header) => {
    expect(port(secret).readEvent(bytes, header)).toEqual({ ok: false, refusal: "wrong-signature" });
  });

  it("older than five minutes is refused, and one of five minutes is not", () => {
    expect(port(secret).readEvent(bytes, signatureOf(body, secret, now() - 310))).toEqual({
      ok: false,
      refusal: "too-old",
    });
    expect(port(secret).readEvent(bytes, signatureOf(body, secret, now() - 290))).toMatchObject({ ok: true });
  });

  it("is refused when there is no secret to check it with", () => {
    expect(port().readEvent(bytes, signatureOf(body, "", now()))).toEqual({ ok: false, refusal: "wrong-signature" });
  });
});
