import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelAsBuyer } from "~/modules/orders/index.server";
import { checkLedger, openSession, startCheckout, takeEvent } from "~/modules/payments/index.server";
import { checkoutJobs } from "~/modules/payments/jobs.server";
import { clock } from "~/platform/clock.server";
import { openDatabase, type Db } from "~/platform/db/db.server";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "~/platform/db/embedded/cluster.server";
import { startWorker } from "~/platform/jobs/worker.server";
import { startGuard } from "~/platform/processes/guard.server";
import { drawSecretToken } from "~/platform/session/secret-token.server";
import { makeInquirer } from "~db/factories";
import { makeCup } from "~tests/support/buying";
import type { CrashPoint, Errand, ProcessPlan } from "~tests/support/checkout-process";
import { startTestCluster } from "~tests/support/cluster";
import { newKey } from "~tests/support/form-key";
import { ORIGIN, placingOf } from "~tests/support/placing";
import { useStripeSandbox } from "~tests/support/stripe-sandbox";
import { TEMPLATE_DATABASE } from "~tests/support/template";

const stand = useStripeSandbox();
const guard = startGuard();
let server: EmbeddedPostgres;
let folder = "";
let logFile = "";

beforeAll(async () => {
  const cluster = await startTestCluster(guard);
  folder = dirname(cluster.filesFolder);
  logFile = `${folder}/log`;
  await cluster.stop();
  server = await start();
}, 180_000);

afterAll(async () => {
  await server.kill();
  guard.release();
});

/** Durable, unlike other tests' clusters: what was committed has to be there when it was killed. */
function start(): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ folder, isDurable: true, logFile, guard, settings: { max_connections: "50" } });
}

/** A buyer's cart with one cup of ten, in a database of its own. */
async function makeScene(name: string) {
  const admin = new pg.Client({ connectionString: server.urlOf("postgres") });
  await admin.connect();
  await admin.query(`create database ${name} template ${TEMPLATE_DATABASE}`);
  await admin.end();
  const db = openDatabase(server.urlOf(name), 4);
  const cup = await makeCup({}, db);
  const visitDigest = drawSecretToken().digest;
  const at = clock();
  const { id: cartId } = await db
    .insertInto("carts")
    .values({ visitDigest, createdAt: at, changedAt: at })
    .returning("id")
    .executeTakeFirstOrThrow();
  const line = { cartId, listingId: cup.listingId, variantId: cup.variantIds[0] ?? null, quantity: 1, addedAt: at };
  await db.insertInto("cartLines").values(line).execute();
  return { name, db, visitDigest, group: `good-${cup.sellerId}`, formKey: newKey() };
}
type Scene = Awaited<ReturnType<typeof makeScene>>;

const TOTAL_MINOR = 3_900;
const callsOf = () => ({ stripe: stand.stripe, origin: ORIGIN });

/** Posts the form of the checkout; a second post is the buyer's who saw nothing happen. */
async function order({ visitDigest, group, formKey }: Scene, db: Db): Promise<void> {
  const owner = { userId: undefined, visitDigest };
  const placing = placingOf({ owner, buyer: undefined, groups: [group], seenTotalMinor: BigInt(TOTAL_MINOR) });
  const started = await startCheckout(db, { ...placing, clientAddress: formKey }, formKey);
  if (!started.ok || started.value.checkoutId === null) throw new Error("nothing was ordered");
  await openSession(db, callsOf(), started.value.checkoutId, clock());
}

async function pay(db: Db): Promise<void> {
  const { sessionId } = await db.selectFrom("stripeSessions").select("sessionId").executeTakeFirstOrThrow();
  stand.sandbox.pay(sessionId ?? "", "4242424242424242");
  await stand.sandbox.settled();
}

/** Whatever Stripe has told so far, told again: it does so until somebody answers. */
async function hearAll(db: Db): Promise<void> {
  await stand.sandbox.settled();
  for (const { event } of stand.received) if (event) await takeEvent(db, event);
}

async function cancel({ visitDigest }: Scene, db: Db): Promise<void> {
  const { id: orderId } = await db.selectFrom("orders").select("id").executeTakeFirstOrThrow();
  const inquirer = makeInquirer({ visitDigest });
  expect(await cancelAsBuyer(db, inquirer, newKey(), { orderId, words: undefined })).toMatchObject({ ok: true });
}

/** The worker of a site that runs again, until nothing that may run waits. */
async function workAll(db: Db, url: string): Promise<void> {
  // What a worker that is gone had locked is given back after a minute: as if that had passed.
  await sql`update graphile_worker._private_jobs set locked_at = locked_at - interval '2 minutes'
    where locked_at is not null`.execute(db);
  const handlers = checkoutJobs(db, { stripe: () => stand.stripe, origin: ORIGIN });
  const worker = await startWorker({ url, handlers, concurrency: 1 });
  await expect.poll(() => countWaiting(db, Object.keys(handlers)), { timeout: 60_000 }).toBe(0);
  await worker.stop();
}

async function countWaiting(db: Db, kinds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from graphile_worker._private_jobs as jobs
    join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id
    where tasks.identifier = any(${[...kinds]}) and (jobs.run_at <= now() or jobs.locked_at is not null)`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Runs an errand in a process that dies at the crash point, and cuts the power of PostgreSQL there, too. */
async function crash({ name, db }: Scene, errand: Errand, point: CrashPoint): Promise<void> {
  const databaseUrl = server.urlOf(name);
  const plan: ProcessPlan = { databaseUrl, stripeUrl: stand.sandbox.url, errand, crash: point };
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "tests/support/checkout-process.ts", JSON.stringify(plan)],
    { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DATABASE_URL: databaseUrl, LOG_LEVEL: "error" } },
  );
  const [, signal] = (await once(child, "exit")) as [number | null, string | null];
  expect(signal).toBe("SIGKILL");
  await db.destroy();
  await server.kill();
  server = await start();
}

/** All there is of orders, money and pieces, in one line each. */
async function standOf(db: Db): Promise<Record<string, unknown>> {
  const { rows } = await sql<Record<string, unknown>>`
    select (select string_agg(status, ', ') from orders) as orders,
      (select string_agg(status, ', ') from checkouts) as checkouts,
      (select string_agg(amount_minor::text, ', ') from receipts) as receipts,
      (select string_agg(amount_minor || ' ' || cause || ' ' || status, ', ') from refunds) as refunds,
      (select string_agg(status || ' ' || quantity, ', ') from stock_holds) as holds,
      (select stock_quantity from listing_variants) as stock,
      (select count(*)::int from stripe_events where worked_at is null) as unworked`.execute(db);
  const { toClear: _open, ...ledger } = await checkLedger(db);
  return { ...rows[0], ledger };
}

const SOUND = { unbalanced: [], wrongOrders: [], clearingRest: [] };
const PAID = {
  orders: "paid",
  checkouts: "paid",
  receipts: "3900",
  refunds: null,
  holds: "taken 1",
  stock: 9,
  unworked: 0,
  ledger: SOUND,
};
const RETURNED = { ...PAID, orders: "cancelled", refunds: "3900 cancelled succeeded", holds: "returned 1", stock: 10 };
const GIVEN_UP = {
  ...PAID,
  orders: "cancelled",
  checkouts: "ended",
  receipts: null,
  holds: "released 1",
  stock: 10,
};

const countSessions = () => countEvents("checkout.session.completed") + countEvents("checkout.session.expired");
const countEvents = (type: string) => stand.sandbox.events().filter((event) => event.type === type).length;

type Errands = "order" | "hear" | "work";
const CRASHES: readonly [string, Errands, CrashPoint, "paid" | "returned" | "given-up"][] = [
  ["before the order is written", "order", { wrote: "orders", side: "before" }, "paid"],
  ["once the order is written", "order", { wrote: "orders", side: "after" }, "paid"],
  ["once Stripe has made the page, before it is known here", "order", { answered: "openCheckout" }, "paid"],
  ["before an event is kept", "hear", { wrote: "stripe_events", side: "before" }, "paid"],
  ["once an event is kept", "hear", { wrote: "stripe_events", side: "after" }, "paid"],
  ["before the charge is booked", "work", { wrote: "receipts", side: "before" }, "paid"],
  ["once the charge is booked", "work", { wrote: "receipts", side: "after" }, "paid"],
  ["before it is written that money goes back", "work", { wrote: "refunds", side: "before" }, "returned"],
  ["once it is written that money goes back", "work", { wrote: "refunds", side: "after" }, "returned"],
  ["once Stripe has sent the refund, before it is booked", "work", { answered: "refund" }, "returned"],
  ["before the refund is booked", "work", { wrote: "ledger_entries", side: "before" }, "returned"],
  ["once the refund is booked", "work", { wrote: "ledger_entries", side: "after" }, "returned"],
  ["once the page is ended at Stripe, before it is here", "work", { answered: "expireCheckout" }, "given-up"],
];

describe("a process and a database that die at once", () => {
  it.each(CRASHES)("lose nothing and double nothing: %s", { timeout: 300_000 }, async (what, does, point, end) => {
    const scene = await makeScene(`crash_${CRASHES.findIndex(([one]) => one === what)}`);
    const before = { sessions: countSessions(), refunds: countEvents("refund.created") };
    const isLater = does !== "order";
    if (isLater) await order(scene, scene.db);
    if (isLater && end !== "given-up") await pay(scene.db);
    if (does === "work" && end !== "given-up") await hearAll(scene.db);
    if (end === "returned") await workAll(scene.db, server.urlOf(scene.name));
    if (does === "work" && end !== "paid") await cancel(scene, scene.db);

    await crash(scene, errandOf(scene, does), point);

    const url = server.urlOf(scene.name);
    const db = openDatabase(url, 4);
    try {
      if (does === "order") await order(scene, db);
      if (does === "order") await pay(db);
      await hearAll(db);
      await workAll(db, url);
      await hearAll(db);
      await workAll(db, url);
      expect(await standOf(db)).toEqual({ paid: PAID, returned: RETURNED, "given-up": GIVEN_UP }[end]);
      expect(countSessions() - before.sessions).toBe(1);
      expect(countEvents("refund.created") - before.refunds).toBe(end === "returned" ? 1 : 0);
    } finally {
      await db.destroy();
    }
  });
});

function errandOf({ visitDigest, group, formKey }: Scene, does: Errands): Errand {
  if (does === "order") return { does, visitDigest, group, totalMinor: TOTAL_MINOR, formKey };
  if (does === "work") return { does };
  const event = stand.received.flatMap((one) => one.event ?? []).find(({ type }) => type === "charge.succeeded");
  if (!event) throw new Error("Stripe told of no charge");
  return { does, event: { ...event, createdAt: event.createdAt.toISOString() } };
}
