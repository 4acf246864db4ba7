import { describe, expect, it } from "vitest";
import { money } from "~/platform/money";
import { SANDBOX_KEY } from "~/platform/stripe/sandbox-key";
import { freshKey, makeCheckoutToOpen, useStripeSandbox } from "~tests/support/stripe-sandbox";

const stand = useStripeSandbox();

const post = (path: string, key: string, body: Record<string, string>) =>
  fetch(`${stand.sandbox.url}${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${SANDBOX_KEY}`, "idempotency-key": key },
    body: new URLSearchParams(body),
  });

const cup = {
  mode: "payment",
  success_url: "http://127.0.0.1/done",
  "line_items[0][quantity]": "1",
  "line_items[0][price_data][currency]": "eur",
  "line_items[0][price_data][unit_amount]": "900",
  "line_items[0][price_data][product_data][name]": "Cup",
};

describe("an idempotency key", () => {
  it("gives the first checkout again", async () => {
    const [input, key] = [makeCheckoutToOpen(), freshKey()];
    const first = await stand.stripe.openCheckout(input, key);
    expect(await stand.stripe.openCheckout(input, key)).toEqual(first);
  });

  it("gives the saved answer and says so, whatever the order of the parameters", async () => {
    const key = freshKey();
    const first = await post("/v1/checkout/sessions", key, cup);
    const again = await post("/v1/checkout/sessions", key, Object.fromEntries(Object.entries(cup).toReversed()));

    expect(first.headers.get("idempotent-replayed")).toBeNull();
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(again.headers.get("original-request")).toBe(first.headers.get("request-id"));
    expect(await again.json()).toEqual(await first.json());
  });

  it("makes one refund, not two", async () => {
    const { sessionId } = await stand.stripe.openCheckout(makeCheckoutToOpen(), freshKey());
    stand.sandbox.pay(sessionId, "4242424242424242");
    const session = await stand.stripe.findCheckout(sessionId);
    const paymentIntentId = session?.paymentIntentId ?? "";
    const input = { paymentIntentId, amount: money(1000n, "EUR"), reason: undefined, metadata: {} };
    const key = freshKey();

    const first = await stand.stripe.refund(input, key);
    expect(await stand.stripe.refund(input, key)).toEqual(first);

    const intent = await stand.stripe.findIntent(paymentIntentId);
    expect(await stand.stripe.findCharge(intent?.latestChargeId ?? "")).toMatchObject({
      refunded: money(1000n, "EUR"),
    });
  });

  it("with other parameters is refused", async () => {
    const key = freshKey();
    await stand.stripe.openCheckout(makeCheckoutToOpen(), key);

    await expect(stand.stripe.openCheckout(makeCheckoutToOpen({ reference: "c-2" }), key)).rejects.toMatchObject({
      name: "StripeFault",
      httpStatus: 400,
      code: "StripeIdempotencyError",
    });
  });

  it("is free again after a day", async () => {
    const key = freshKey();
    const first = (await (await post("/v1/checkout/sessions", key, cup)).json()) as { id: string };
    stand.sandbox.advance(86_400);
    const second = (await (await post("/v1/checkout/sessions", key, cup)).json()) as { id: string };

    expect(second.id).not.toBe(first.id);
    stand.sandbox.advance(-86_400);
  });

  it("of a call that was refused before it began is not used up", async () => {
    const key = freshKey();
    const wrong = await post("/v1/checkout/sessions", key, { ...cup, "line_items[0][quantity]": "many" });
    const right = await post("/v1/checkout/sessions", key, cup);

    expect([wrong.status, right.status]).toEqual([400, 200]);
    expect(right.headers.get("idempotent-replayed")).toBeNull();
  });

  it("of a call that was refused half-way keeps the refusal", async () => {
    const { sessionId } = await stand.stripe.openCheckout(makeCheckoutToOpen(), freshKey());
    await stand.stripe.expireCheckout(sessionId);
    const [path, key] = [`/v1/checkout/sessions/${sessionId}/expire`, freshKey()];

    const first = await post(path, key, {});
    const again = await post(path, key, {});

    expect([first.status, again.status]).toEqual([400, 400]);
    expect(again.headers.get("idempotent-replayed")).toBe("true");
  });

  it("that is at work is refused to a second call, which has the answer afterwards", async () => {
    const key = freshKey();
    stand.sandbox.failNext({ hold: true });
    const first = post("/v1/checkout/sessions", key, cup);
    await expect.poll(() => stand.sandbox.heldCount()).toBe(1);

    const second = await post("/v1/checkout/sessions", key, cup);
    stand.sandbox.release();

    expect(second.status).toBe(409);
    expect(await second.json()).toMatchObject({ error: { code: "idempotency_key_in_use", type: "idempotency_error" } });
    expect((await first).status).toBe(200);
    expect((await post("/v1/checkout/sessions", key, cup)).headers.get("idempotent-replayed")).toBe("true");
  });

  it("finds the work done when the connection ended before the answer came", async () => {
    const [input, key] = [makeCheckoutToOpen(), freshKey()];
    // The package tries a closed connection once more by itself.
    stand.sandbox.failNext({ drop: "after", count: 2 });

    await expect(stand.stripe.openCheckout(input, key)).rejects.toMatchObject({
      name: "StripeFault",
      code: "StripeConnectionError",
      httpStatus: undefined,
      isPassing: true,
    });
    const made = await stand.stripe.openCheckout(input, key);

    expect(made).toMatchObject({ status: "open", metadata: { checkout: "c-1" } });
    const listed = await fetch(`${stand.sandbox.url}/v1/checkout/sessions?limit=100`, {
      headers: { authorization: `Bearer ${SANDBOX_KEY}` },
    });
    const { data } = (await listed.json()) as { data: { id: string; created: number }[] };
    expect(data[0]?.id).toBe(made.sessionId);
    expect(new Set(data.map(({ id }) => id)).size).toBe(data.length);
  });

  it("finds nothing done when the connection ended before the call arrived", async () => {
    const before = stand.sandbox.events().length;
    stand.sandbox.failNext({ drop: "before", count: 2 });

    await expect(stand.stripe.openCheckout(makeCheckoutToOpen(), freshKey())).rejects.toMatchObject({
      isPassing: true,
    });
    expect(stand.sandbox.events()).toHaveLength(before);
  });
});

describe("a passing failure", () => {
  it.each([
    ["rate-limit", 429, "rate_limit"],
    ["server-error", 500, "StripeAPIError"],
  ] as const)("(%s) is a fault that may be tried again", async (refusal, httpStatus, code) => {
    stand.sandbox.failNext({ refusal });
    const [input, key] = [makeCheckoutToOpen(), freshKey()];

    await expect(stand.stripe.openCheckout(input, key)).rejects.toMatchObject({ httpStatus, code, isPassing: true });
    expect(await stand.stripe.openCheckout(input, key)).toMatchObject({ status: "open" });
  });

  it("keeps an answer back without keeping the work back", async () => {
    stand.sandbox.failNext({ hold: true, method: "POST" });
    const opening = stand.stripe.openCheckout(makeCheckoutToOpen({ reference: "slow" }), freshKey());
    await expect.poll(() => stand.sandbox.heldCount()).toBe(1);

    const listed = await fetch(`${stand.sandbox.url}/v1/checkout/sessions?limit=1`, {
      headers: { authorization: `Bearer ${SANDBOX_KEY}` },
    });
    expect(await listed.json()).toMatchObject({ data: [{ client_reference_id: "slow" }] });
    stand.sandbox.release();
    expect(await opening).toMatchObject({ status: "open" });
  });
});
