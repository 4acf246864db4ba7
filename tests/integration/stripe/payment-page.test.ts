import { describe, expect, it } from "vitest";
import { money } from "~/platform/money";
import { freshKey, makeCheckoutToOpen, useStripeSandbox } from "~tests/support/stripe-sandbox";

const stand = useStripeSandbox();

async function openPage(changes: Parameters<typeof makeCheckoutToOpen>[0] = {}) {
  const { sessionId, url = "" } = await stand.stripe.openCheckout(makeCheckoutToOpen(changes), freshKey());
  const html = await (await fetch(url)).text();
  return { sessionId, url, html, form: formNumberOf(html) };
}

const formNumberOf = (html: string) => /name="form" value="(\d+)"/.exec(html)?.[1] ?? "";

const send = (url: string, fields: Record<string, string>) =>
  fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });

const goodCard = { number: "4242 4242 4242 4242", expiry: "12/34", cvc: "123", name: "Anna" };

describe("the payment page", () => {
  it("says that it is a sandbox, what is paid for, how much, to whom and until when", async () => {
    const { html } = await openPage({ lines: [{ name: "Cup & <saucer>", unit: money(1250n, "EUR"), quantity: 2 }] });

    for (const words of ["no real money", "Pay Karvan", "Cup &amp; &lt;saucer&gt;", "€25", "anna@example.com", "UTC"]) {
      expect(html).toContain(words);
    }
    expect(html).not.toContain("<script");
  });

  it("labels every field", async () => {
    const { html } = await openPage();
    const ids = [...html.matchAll(/<input id="([^"]+)"/g)].map(([, id]) => id);

    expect(ids).toEqual(["name", "card", "expiry", "cvc", "sepa-name", "iban"]);
    for (const id of ids) expect(html).toContain(`<label for="${id}">`);
  });

  it("offers a SEPA debit for euro alone", async () => {
    const { html } = await openPage({ lines: [{ name: "Cup", unit: money(900n, "GBP"), quantity: 1 }] });
    expect(html).not.toContain("IBAN");
  });

  it("leads back to the shop without paying", async () => {
    const { html } = await openPage();
    expect(html).toContain('href="http://127.0.0.1:3000/az/cart"');
  });

  it("takes a card and sends the payer to the shop with the session's id", async () => {
    const { sessionId, url, form } = await openPage();

    const answer = await send(url, { ...goodCard, form });

    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(`http://127.0.0.1:3000/az/checkout/done?session=${sessionId}`);
    expect(await stand.stripe.findCheckout(sessionId)).toMatchObject({ status: "complete", payment: "paid" });
  });

  it("takes a double click once, and sends both to the shop", async () => {
    const { sessionId, url, form } = await openPage();

    const answers = await Promise.all([send(url, { ...goodCard, form }), send(url, { ...goodCard, form })]);
    await stand.sandbox.settled();

    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(new Set(answers.map(({ headers }) => headers.get("location"))).size).toBe(1);
    expect(stand.types().filter((type) => type === "charge.succeeded")).toHaveLength(1);
    expect(await stand.stripe.findCheckout(sessionId)).toMatchObject({ payment: "paid" });
  });

  it("tries a declined card once for a double click", async () => {
    const { url, form } = await openPage();
    const card = { ...goodCard, number: "4000000000000002", form };

    await Promise.all([send(url, card), send(url, card)]);
    await stand.sandbox.settled();

    expect(stand.types().filter((type) => type === "charge.failed")).toHaveLength(1);
  });

  it("shows why a card was declined, and takes the next one", async () => {
    const { url, form } = await openPage();

    const declined = await send(url, { ...goodCard, number: "4000000000009995", form });
    const html = await declined.text();
    const paid = await send(url, { ...goodCard, form: formNumberOf(html) });

    expect(declined.status).toBe(402);
    expect(html).toContain('role="alert">Your card has insufficient funds.');
    expect(paid.status).toBe(303);
  });

  it("knows no other number than the test numbers, and tries nothing with it", async () => {
    const { sessionId, url, form } = await openPage();

    const answer = await send(url, { ...goodCard, number: "4111111111111111", form });

    expect(answer.status).toBe(422);
    expect(await stand.stripe.findCheckout(sessionId)).toMatchObject({ status: "open", payment: "unpaid" });
  });

  it.each([
    ["complete", 303, /checkout\/done/, ""],
    ["fail", 402, /^$/, "unable to authenticate"],
  ])("sends to 3-D Secure, and back when it is answered with %s", async (answer, status, location, words) => {
    const { sessionId, url, form } = await openPage();

    const asked = await send(url, { ...goodCard, number: "4000002760003184", form });
    const challengeUrl = `${stand.sandbox.url}${asked.headers.get("location") ?? ""}`;
    const html = await (await fetch(challengeUrl)).text();
    const back = await send(challengeUrl, { form: formNumberOf(html), answer });

    expect(asked.headers.get("location")).toBe(`/c/challenge/${sessionId}`);
    expect(back.status).toBe(status);
    expect(back.headers.get("location") ?? "").toMatch(location);
    expect(await back.text()).toContain(words);
  });

  it("sends a payer who debits an account to the shop before the money is there", async () => {
    const { sessionId, url, form } = await openPage();

    const answer = await send(url, { number: "AT61 1904 3002 3457 3201", name: "Anna", form });

    expect(answer.status).toBe(303);
    expect(await stand.stripe.findCheckout(sessionId)).toMatchObject({ status: "complete", payment: "unpaid" });
  });

  it("of a session that ended says so and takes nothing", async () => {
    const { sessionId, url, form } = await openPage();
    await stand.stripe.expireCheckout(sessionId);

    const answer = await send(url, { ...goodCard, form });

    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain("Nothing was taken.");
    expect(await (await fetch(url)).text()).toContain("expired");
  });

  it("of no session is none", async () => {
    expect((await fetch(`${stand.sandbox.url}/c/pay/cs_test_none`)).status).toBe(404);
  });
});
