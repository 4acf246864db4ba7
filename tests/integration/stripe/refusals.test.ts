import { describe, expect, it } from "vitest";
import { clock } from "~/platform/clock.server";
import type { Refusal } from "~/platform/stripe/sandbox/refusal";
import { REFUSALS, type RefusalName } from "~/platform/stripe/sandbox/refusals";
import { SANDBOX_KEY } from "~/platform/stripe/sandbox-key";
import { freshKey, useStripeSandbox } from "~tests/support/stripe-sandbox";

const stand = useStripeSandbox();

type Params = Record<string, string>;
type CallOptions = { method?: string; headers?: Record<string, string>; body?: FormData | URLSearchParams };

async function call(path: string, { method = "POST", headers = {}, body }: CallOptions = {}): Promise<Response> {
  const authorization = `Bearer ${SANDBOX_KEY}`;
  return fetch(`${stand.sandbox.url}${path}`, { method, headers: { authorization, ...headers }, body: body ?? null });
}

const post = (path: string, params: Params, headers: Params = {}) =>
  call(path, { headers, body: new URLSearchParams(params) });
const get = (path: string, headers: Params = {}) => call(path, { method: "GET", headers });

const ITEM = "line_items[0]";
const cup: Params = {
  mode: "payment",
  success_url: "http://127.0.0.1/done",
  [`${ITEM}[quantity]`]: "1",
  [`${ITEM}[price_data][currency]`]: "eur",
  [`${ITEM}[price_data][unit_amount]`]: "900",
  [`${ITEM}[price_data][product_data][name]`]: "Cup",
};

const session = (changes: Params = {}, headers: Params = {}) =>
  post("/v1/checkout/sessions", { ...cup, ...changes }, headers);
const priced = (currency: string, amount: string) =>
  session({ [`${ITEM}[price_data][currency]`]: currency, [`${ITEM}[price_data][unit_amount]`]: amount });
const secondsFromNow = (seconds: number) => String(Math.floor(clock().getTime() / 1000) + seconds);

async function idOf(answer: Promise<Response>): Promise<string> {
  return ((await (await answer).json()) as { id: string }).id;
}

/** A session that a card was tried on, with the ids of what came of it. */
async function makeTried(number = "4242424242424242") {
  const id = await idOf(session());
  stand.sandbox.pay(id, number);
  const { payment_intent: intent } = (await (await get(`/v1/checkout/sessions/${id}`)).json()) as {
    payment_intent: string;
  };
  const { latest_charge: charge } = (await (await get(`/v1/payment_intents/${intent}`)).json()) as {
    latest_charge: string;
  };
  return { id, intent, charge };
}

async function makeRefund(): Promise<{ intent: string; refund: string }> {
  const { intent } = await makeTried();
  return { intent, refund: await idOf(post("/v1/refunds", { payment_intent: intent })) };
}

async function makeDispute(): Promise<{ charge: string; dispute: string }> {
  const { charge } = await makeTried();
  return { charge, dispute: stand.sandbox.openDispute(charge).id };
}

/** One way to each refusal of the table. */
const PROVOKED = {
  "no-key": () => call("/v1/balance", { method: "GET", headers: { authorization: "" } }),
  "wrong-key": () => get("/v1/balance", { authorization: "Bearer sk_live_abcdefghijkl" }),
  "unknown-version": () => get("/v1/balance", { "stripe-version": "newest" }),
  "unknown-url": () => get("/v1/customers"),
  "resource-missing": () => get("/v1/refunds/re_none"),
  "parameter-unknown": () => session({ colour: "blue" }),
  "parameter-missing": () => post("/v1/checkout/sessions", { mode: "payment" }),
  "parameter-empty": () => session({ client_reference_id: "" }),
  "parameter-integer": () => session({ [`${ITEM}[quantity]`]: "1.5" }),
  "parameter-too-small": () => session({ [`${ITEM}[quantity]`]: "0" }),
  "parameter-boolean": () => post("/v1/disputes/dp_none", { submit: "yes" }),
  "parameter-array": () => session({ expand: "url" }),
  "parameter-object": () => session({ metadata: "red" }),
  "parameter-text": () => session({ "client_reference_id[a]": "1" }),
  "parameter-choice": () => session({ locale: "az" }),
  "parameter-too-long": () => session({ success_url: `http://127.0.0.1/${"a".repeat(5000)}` }),
  "parameters-exclusive": () => post("/v1/refunds", { charge: "ch_1", payment_intent: "pi_1" }),
  "not-imitated": () => session({ allow_promotion_codes: "true" }),
  "cannot-expand": () => session({ "expand[]": "colour" }),
  "url-invalid": () => session({ success_url: "/done" }),
  "email-invalid": () => session({ customer_email: "anna" }),
  "metadata-too-many": () =>
    session(Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`metadata[key${at}]`, "a"]))),
  "metadata-name": () => session({ [`metadata[${"k".repeat(41)}]`]: "a" }),
  "metadata-value": () => session({ "metadata[key]": "v".repeat(501) }),
  "currency-unknown": () => priced("iqd", "900"),
  "currencies-differ": () =>
    session({
      "line_items[1][quantity]": "1",
      "line_items[1][price_data][currency]": "usd",
      "line_items[1][price_data][unit_amount]": "900",
      "line_items[1][price_data][product_data][name]": "Plate",
    }),
  "amount-steps": () => priced("kwd", "5124"),
  "amount-too-small": () => priced("eur", "49"),
  "amount-too-large": () => priced("eur", "100000000"),
  "statement-wrong": () => session({ "payment_intent_data[statement_descriptor_suffix]": "12345" }),
  "expires-too-soon": () => session({ expires_at: secondsFromNow(29 * 60) }),
  "expires-too-late": () => session({ expires_at: secondsFromNow(86_400 + 60) }),
  "session-over": async () => post(`/v1/checkout/sessions/${(await makeTried()).id}/expire`, {}),
  "intent-state": async () => post(`/v1/payment_intents/${(await makeTried()).intent}/cancel`, {}),
  "intent-of-session": async () =>
    post(`/v1/payment_intents/${(await makeTried("4000000000000002")).intent}/cancel`, {}),
  "nothing-to-refund": async () =>
    post("/v1/refunds", { payment_intent: (await makeTried("4000000000000002")).intent }),
  "already-refunded": async () => post("/v1/refunds", { payment_intent: (await makeRefund()).intent }),
  "refund-too-large": async () => post("/v1/refunds", { payment_intent: (await makeTried()).intent, amount: "901" }),
  "charge-disputed": async () => post("/v1/refunds", { charge: (await makeDispute()).charge }),
  "balance-too-low": () => post("/v1/payouts", { amount: "99999999", currency: "eur" }),
  "refund-not-cancelable": async () => post(`/v1/refunds/${(await makeRefund()).refund}/cancel`, {}),
  "dispute-closed": async () => {
    const { dispute } = await makeDispute();
    await post(`/v1/disputes/${dispute}/close`, {});
    return post(`/v1/disputes/${dispute}/close`, {});
  },
  "dispute-answered": async () => {
    const { dispute } = await makeDispute();
    await post(`/v1/disputes/${dispute}`, { "evidence[uncategorized_text]": "It was delivered." });
    return post(`/v1/disputes/${dispute}`, { "evidence[uncategorized_text]": "Really." });
  },
  "file-purpose": () => {
    const body = new FormData();
    body.set("purpose", "dispute_evidence");
    body.set("file", new File(["a"], "a.exe", { type: "application/x-msdownload" }));
    return call("/v1/files", { body });
  },
  "same-key-other-params": async () => {
    const headers = { "idempotency-key": freshKey() };
    await session({}, headers);
    return session({ client_reference_id: "other" }, headers);
  },
  "same-key-other-path": async () => {
    const headers = { "idempotency-key": freshKey() };
    await session({}, headers);
    return post("/v1/refunds", { payment_intent: "pi_1" }, headers);
  },
  "key-in-use": async () => {
    const headers = { "idempotency-key": freshKey() };
    stand.sandbox.failNext({ hold: true });
    const first = session({}, headers);
    await expect.poll(() => stand.sandbox.heldCount()).toBe(1);
    const second = await session({}, headers);
    stand.sandbox.release();
    await first;
    return second;
  },
  "key-too-long": () => session({}, { "idempotency-key": "k".repeat(256) }),
  "rate-limit": () => {
    stand.sandbox.failNext({ refusal: "rate-limit" });
    return get("/v1/balance");
  },
  "server-error": () => {
    stand.sandbox.failNext({ refusal: "server-error" });
    return get("/v1/balance");
  },
} satisfies Record<RefusalName, () => Promise<Response>>;

/** The row's sentence, with anything where it names something. */
function sentenceOf(row: Refusal): RegExp {
  const blank = "\u0001";
  const sentence = row.message(new Proxy({}, { get: () => blank }));
  return new RegExp(`^${sentence.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(blank, ".+")}$`);
}

// Only as a list do the names keep their type.
const NAMES = Object.keys(REFUSALS) as RefusalName[];

describe("each refusal of the table", () => {
  it.each(NAMES)("%s is answered as the table says", async (name) => {
    const row: Refusal = REFUSALS[name];

    const answer = await PROVOKED[name]();

    const { error } = (await answer.json()) as { error: Record<string, string> };
    expect(answer.status).toBe(row.status);
    expect(error.type).toBe(row.type);
    expect(error.code).toBe(row.code);
    expect(error.message).toMatch(sentenceOf(row));
    expect(answer.headers.get("request-id")).toMatch(/^req_/);
    expect(error.request_log_url).toContain(answer.headers.get("request-id"));
  });

  it.each(NAMES)("%s names where Stripe documents it", (name) => {
    expect(REFUSALS[name].source).toMatch(/^https:\/\/docs\.stripe\.com\//);
  });
});

describe("what is wrong with a parameter", () => {
  it.each([
    [{ [`${ITEM}[price_data][unit_amount]`]: "9,00" }, `${ITEM}[price_data][unit_amount]`],
    [{ [`${ITEM}[price_data][product_data][colour]`]: "red" }, `${ITEM}[price_data][product_data][colour]`],
    [{ [`${ITEM}[price_data][currency]`]: "xxx" }, `${ITEM}[price_data][currency]`],
    [{ "payment_intent_data[receipt_email]": "anna" }, "payment_intent_data[receipt_email]"],
    [{ expires_at: "soon" }, "expires_at"],
  ])("%j is named as Stripe names it", async (changes, param) => {
    const { error } = (await (await session(changes)).json()) as { error: { param: string } };
    expect(error.param).toBe(param);
  });

  it("leaves nothing behind", async () => {
    const before = stand.sandbox.events().length;
    await session({ [`${ITEM}[quantity]`]: "many" });
    expect(stand.sandbox.events()).toHaveLength(before);
  });
});
