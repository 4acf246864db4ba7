import { createHmac, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clock } from "~/platform/clock.server";
import { env } from "~/platform/env.server";
import { SANDBOX_KEY } from "~/platform/stripe/sandbox-key";
import { testDb } from "~tests/support/database";
import { siteForTests } from "~tests/support/site";

const SECRETS = ["whsec_new_of_this_test", "whsec_old_of_this_test"] as const;
const site = siteForTests();

const { STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET } = env;
const withStripe = { STRIPE_SECRET_KEY: SANDBOX_KEY, STRIPE_WEBHOOK_SECRET: [...SECRETS] };
beforeAll(() => void Object.assign(env, withStripe));
afterAll(() => void Object.assign(env, { STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET }));

/** An event as Stripe writes it. */
function makeBody(changes: Record<string, unknown> = {}): string {
  const id = `evt_${randomUUID().replaceAll("-", "")}`;
  const created = Math.floor(clock().getTime() / 1_000);
  const data = { object: { id: "ch_1", object: "charge" } };
  return JSON.stringify({ id, object: "event", type: "charge.succeeded", created, livemode: false, data, ...changes });
}

const idOf = (body: string) => (JSON.parse(body) as { id: string }).id;

type Signing = { secret?: string; secondsAgo?: number };

/** Source: docs.stripe.com/webhooks#verify-manually. */
function sign(body: string, { secret = SECRETS[0], secondsAgo = 0 }: Signing = {}): string {
  const at = Math.floor(clock().getTime() / 1_000) - secondsAgo;
  return `t=${at},v1=${createHmac("sha256", secret).update(`${at}.${body}`).digest("hex")}`;
}

function send(body: string, signature: string | undefined = sign(body)) {
  const headers = {
    "content-type": "application/json",
    ...(signature === "" ? {} : { "stripe-signature": signature }),
  };
  return site.ask("/webhooks/stripe", { method: "POST", body, headers });
}

const isKept = async (body: string) =>
  (await testDb.selectFrom("stripeEvents").where("id", "=", idOf(body)).select("id").execute()).length === 1;

async function jobsOf(body: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from graphile_worker._private_jobs as jobs
    join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id
    where tasks.identifier = 'work-stripe-event' and jobs.payload ->> 'eventId' = ${idOf(body)}`.execute(testDb);
  return rows[0]?.count ?? 0;
}

describe("an event that Stripe signed", () => {
  it("is kept as it came before it is answered, and left to the worker, once", async () => {
    const body = makeBody();
    const answers = await Promise.all([send(body), send(body)]);
    expect([...answers, await send(body)].map(({ status }) => status)).toEqual([200, 200, 200]);
    const rows = await testDb
      .selectFrom("stripeEvents")
      .where("id", "=", idOf(body))
      .select(["type", "objectId", "isLive", "workedAt", "body"])
      .execute();
    expect(rows).toEqual([
      { type: "charge.succeeded", objectId: "ch_1", isLive: false, workedAt: null, body: JSON.parse(body) },
    ]);
    expect(await jobsOf(body)).toBe(1);
  });

  it("of a kind that nobody knows is kept, too", async () => {
    const body = makeBody({ type: "something.new", data: { object: { object: "something" } } });
    expect((await send(body)).status).toBe(200);
    expect(await isKept(body)).toBe(true);
  });

  it("with the secret that is being changed is taken as well", async () => {
    const body = makeBody();
    expect((await send(body, sign(body, { secret: SECRETS[1] }))).status).toBe(200);
  });

  it("needs no origin, no cookie and no language", async () => {
    const body = makeBody();
    const headers = { "stripe-signature": sign(body), "user-agent": "Stripe/1.0", accept: "*/*; q=0.5" };
    const answer = await site.ask("/webhooks/stripe", { method: "POST", body, headers });
    expect([answer.status, answer.headers.get("set-cookie")]).toEqual([200, null]);
  });
});

describe("what anybody else sends", () => {
  it.each<[string, (body: string) => string, string]>([
    ["without a signature", () => "", "no-signature"],
    ["with a signature of another secret", (body) => sign(body, { secret: "whsec_of_nobody" }), "wrong-signature"],
    ["with the signature of other bytes", (body) => sign(`${body} `), "wrong-signature"],
    ["with something that is no signature", () => "t=1,v1=0", "wrong-signature"],
    ["that was signed more than five minutes ago", (body) => sign(body, { secondsAgo: 301 }), "too-old"],
  ])("%s is answered 400 and not kept", async (_what, signed, refusal) => {
    const body = makeBody();
    const answer = await send(body, signed(body));
    expect([answer.status, await answer.text()]).toEqual([400, `${refusal}\n`]);
    expect([await isKept(body), await jobsOf(body)]).toEqual([false, 0]);
  });

  it("is not read to its end when no event is so long", async () => {
    const body = makeBody({ filling: "x".repeat(1_000_001) });
    expect((await send(body)).status).toBe(413);
    expect(await isKept(body)).toBe(false);
  });

  it.each(["GET", "HEAD", "PUT", "DELETE"])("by %s finds nothing", async (method) => {
    const body = makeBody();
    const signature = { "stripe-signature": sign(body) };
    const answer = await site.ask("/webhooks/stripe", {
      method,
      headers: signature,
      ...(method === "PUT" ? { body } : {}),
    });
    expect([404, 405]).toContain(answer.status);
    expect(await isKept(body)).toBe(false);
  });

  it("finds nothing where no payments are taken by Stripe", async () => {
    Object.assign(env, { STRIPE_SECRET_KEY: undefined });
    const body = makeBody();
    const answer = await send(body);
    Object.assign(env, withStripe);
    expect([answer.status, await isKept(body)]).toEqual([404, false]);
  });
});
