import { describe, expect, it } from "vitest";
import { freshKey, makeCheckoutToOpen, useStripeSandbox } from "~tests/support/stripe-sandbox";

const stand = useStripeSandbox();

async function control(path: string, body: unknown = {}): Promise<{ status: number; json: Record<string, unknown> }> {
  const answer = await fetch(`${stand.sandbox.url}/_sandbox${path}`, { method: "POST", body: JSON.stringify(body) });
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
}

const open = async () => (await stand.stripe.openCheckout(makeCheckoutToOpen(), freshKey())).sessionId;

describe("the switches by HTTP", () => {
  it("pay a session, dispute its charge and decide the dispute", async () => {
    const id = await open();

    const paid = await control(`/sessions/${id}/pay`, { card: "4242424242424242" });
    const session = await stand.stripe.findCheckout(id);
    const intent = await stand.stripe.findIntent(session?.paymentIntentId ?? "");
    const disputed = await control(`/charges/${intent?.latestChargeId ?? ""}/dispute`, { reason: "fraudulent" });
    const decided = await control(`/disputes/${String(disputed.json.id)}/decide`, { won: true });

    expect(paid.json).toEqual({ kind: "paid" });
    expect(disputed.json).toMatchObject({ reason: "fraudulent", status: "needs_response" });
    expect(decided.json).toMatchObject({ status: "won" });
  });

  it("answer 3-D Secure and pay a second time", async () => {
    const id = await open();
    await control(`/sessions/${id}/pay`, { card: "4000002760003184" });

    expect((await control(`/sessions/${id}/challenge`, { passed: true })).json).toEqual({ kind: "paid" });
    const second = await control(`/sessions/${id}/pay-twice`, { how: "other-intent" });
    expect(second.json.chargeId).toMatch(/^ch_/);
  });

  it("move the clock, end what is under way, pay out", async () => {
    const [late, debit] = [await open(), await open()];
    await control(`/sessions/${debit}/pay`, { card: "AT611904300234573201" });
    await control("/settle");
    expect(await stand.stripe.findCheckout(debit)).toMatchObject({ payment: "paid" });
    expect((await control("/payouts")).json).toMatchObject({ object: "payout", status: "in_transit" });

    await control("/clock", { seconds: 3000 });
    expect(await stand.stripe.findCheckout(late)).toMatchObject({ status: "expired" });
    await control("/clock", { seconds: -3000 });
  });

  it("hold the webhooks, let them go and list what was sent", async () => {
    await control("/webhooks", { hold: true });
    await control(`/sessions/${await open()}/pay`, { card: "4242424242424242" });
    expect(stand.types()).toEqual([]);

    await control("/webhooks", { hold: false });
    await control("/settled");

    expect(stand.types()).toContain("checkout.session.completed");
    const listed = await fetch(`${stand.sandbox.url}/_sandbox/deliveries`);
    const deliveries = (await listed.json()) as { eventId: string; type: string; attempts: unknown[] }[];
    const last = deliveries.at(-1);
    expect(last).toMatchObject({ type: "checkout.session.completed", attempts: [{ status: 200 }] });
    await control("/deliveries/again", { eventId: last?.eventId });
    await control("/settled");
    expect(stand.types().filter((type) => type === "checkout.session.completed")).toHaveLength(2);
  });

  it("make the next call fail, until good weather is asked for", async () => {
    await control("/faults", { refusal: "server-error", count: 9, path: "/v1/checkout" });
    await expect(open()).rejects.toMatchObject({ httpStatus: 500 });
    await control("/calm");
    expect(await open()).toMatch(/^cs_test_/);
  });

  it.each([
    ["/webhooks", { order: "random" }, 400],
    ["/faults", { count: 1 }, 400],
    ["/sessions/cs_test_none/pay", { card: "4242424242424242" }, 404],
  ])("refuse what makes no sense at %s", async (path, body, status) => {
    const answer = await control(path, body);
    expect(answer.status).toBe(status);
    expect(answer.json.problem).toEqual(expect.any(String));
  });

  it("obey no other site's page", async () => {
    const answer = await fetch(`${stand.sandbox.url}/_sandbox/clock`, {
      method: "POST",
      headers: { origin: "https://elsewhere.example" },
      body: JSON.stringify({ seconds: 86_400 }),
    });
    expect(answer.status).toBe(403);
  });
});
