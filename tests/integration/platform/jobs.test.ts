import { sql } from "kysely";
import type { Runner } from "graphile-worker";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listDeadJobs, reviveDeadJobs } from "~/platform/jobs/dead.server";
import { enqueue, type EnqueueOptions } from "~/platform/jobs/enqueue.server";
import { startWorker, type JobContext, type JobHandlers } from "~/platform/jobs/worker.server";
import { waitUntil } from "~/platform/processes/wait-until.server";
import { testDatabaseUrl, testDb } from "~tests/support/database";

const TIMEOUT = { timeoutMs: 15_000 };
let runner: Runner | undefined;

beforeEach(async () => {
  await sql`delete from graphile_worker._private_jobs`.execute(testDb);
});
afterEach(async () => {
  await runner?.stop();
  runner = undefined;
});

const add = (listingId: string, options: EnqueueOptions = {}) =>
  testDb.transaction().execute((trx) => enqueue(trx, "index-listing", { listingId }, options));

const work = async (handlers: JobHandlers) => {
  runner = await startWorker({ url: testDatabaseUrl, handlers, concurrency: 1 });
};

type Queued = { kind: string; listingId: string; attempts: number; waitSeconds: number; isLocked: boolean };

async function queued(): Promise<Queued[]> {
  const { rows } = await sql<Queued>`
    select task.identifier as kind, job.payload->>'listingId' as listing_id, job.attempts,
      extract(epoch from job.run_at - job.updated_at)::float as wait_seconds, job.locked_at is not null as is_locked
    from graphile_worker._private_jobs as job join graphile_worker._private_tasks as task on task.id = job.task_id
    order by job.id`.execute(testDb);
  return rows;
}

const listingsQueued = async () => (await queued()).map(({ listingId }) => listingId);

/** A promise with its handle, to hold a job at a point. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe("enqueuing a job", () => {
  it("puts it in the queue with the change that causes it", async () => {
    await add("listing-1");

    expect(await queued()).toMatchObject([{ kind: "index-listing", listingId: "listing-1", attempts: 0 }]);
  });

  it("is undone when the change is rolled back", async () => {
    const broken = testDb.transaction().execute(async (trx) => {
      await enqueue(trx, "index-listing", { listingId: "listing-1" });
      throw new Error("the change failed");
    });
    await expect(broken).rejects.toThrow("the change failed");

    expect(await queued()).toEqual([]);
  });

  it("shows it to nobody before the change is committed", async () => {
    await testDb.transaction().execute(async (trx) => {
      await enqueue(trx, "index-listing", { listingId: "listing-1" });
      expect(await queued()).toEqual([]);
    });

    expect(await listingsQueued()).toEqual(["listing-1"]);
  });

  it("replaces a job with the same key, so that many changes are one job", async () => {
    await add("listing-1", { jobKey: "index:1" });
    await add("listing-2", { jobKey: "index:2" });
    await add("listing-1-again", { jobKey: "index:1" });

    expect((await listingsQueued()).toSorted()).toEqual(["listing-1-again", "listing-2"]);
  });

  it("adds another job when there is no key", async () => {
    await add("listing-1");
    await add("listing-1");

    expect(await listingsQueued()).toEqual(["listing-1", "listing-1"]);
  });
});

describe("the worker", () => {
  it("gives a job's payload to its handler and takes it out of the queue", async () => {
    const seen: string[] = [];
    await work({ "index-listing": ({ listingId }) => Promise.resolve(void seen.push(listingId)) });

    await add("listing-1");

    expect(await waitUntil(() => seen.length > 0, TIMEOUT)).toBe(true);
    expect(await waitUntil(async () => (await queued()).length === 0, TIMEOUT)).toBe(true);
    expect(seen).toEqual(["listing-1"]);
  });

  it("takes a lower priority first", async () => {
    const seen: string[] = [];
    await add("later", { priority: 5 });
    await add("first", { priority: -5 });

    await work({ "index-listing": ({ listingId }) => Promise.resolve(void seen.push(listingId)) });

    expect(await waitUntil(() => seen.length === 2, TIMEOUT)).toBe(true);
    expect(seen).toEqual(["first", "later"]);
  });

  it("leaves a job whose time has not come", async () => {
    const seen: string[] = [];
    await add("tomorrow", { runAt: new Date(Date.now() + 86_400_000), priority: -5 });
    await add("today");

    await work({ "index-listing": ({ listingId }) => Promise.resolve(void seen.push(listingId)) });

    expect(await waitUntil(() => seen.length > 0, TIMEOUT)).toBe(true);
    expect(seen).toEqual(["today"]);
    expect(await waitUntil(async () => (await queued()).length === 1, TIMEOUT)).toBe(true);
  });

  it("leaves a kind that it has no handler for", async () => {
    const seen: string[] = [];
    await testDb.transaction().execute((trx) => enqueue(trx, "index-seller", { sellerId: "seller-1" }));
    await add("listing-1");

    await work({ "index-listing": ({ listingId }) => Promise.resolve(void seen.push(listingId)) });

    expect(await waitUntil(() => seen.length > 0, TIMEOUT)).toBe(true);
    expect(await waitUntil(async () => (await queued()).length === 1, TIMEOUT)).toBe(true);
    expect(await queued()).toMatchObject([{ kind: "index-seller", attempts: 0 }]);
  });

  it("tries a failed job again, each time after a longer wait", async () => {
    await add("listing-1");
    await work({ "index-listing": () => Promise.reject(new Error("the engine is down")) });

    const failed = (attempts: number) =>
      waitUntil(async () => (await queued()).find((job) => job.attempts === attempts && !job.isLocked), TIMEOUT);
    const first = await failed(1);
    // Its wait is not sat through: it is called up at once.
    await sql`update graphile_worker._private_jobs set run_at = now()`.execute(testDb);
    const second = await failed(2);

    // exp(attempts) seconds after the failure, as graphile-worker documents it
    expect(first?.waitSeconds).toBeGreaterThanOrEqual(Math.exp(1));
    expect(second?.waitSeconds).toBeGreaterThanOrEqual(Math.exp(2));
  });
});

describe("a job that used up its attempts", () => {
  const failFor = async (listingId: string) => {
    await add(listingId, { maxAttempts: 1 });
    const dead = await waitUntil(async () => {
      const jobs = await listDeadJobs(testDb);
      return jobs.length > 0 && jobs;
    }, TIMEOUT);
    return dead ?? [];
  };

  it("is listed with its error, and a living one is not", async () => {
    await work({ "index-listing": () => Promise.reject(new Error("the listing is odd")) });
    await testDb.transaction().execute((trx) => enqueue(trx, "index-seller", { sellerId: "seller-1" }));

    const dead = await failFor("listing-1");

    expect(dead).toMatchObject([{ kind: "index-listing", attempts: 1, lastError: expect.stringContaining("is odd") }]);
  });

  it("is done when it is revived and its cause is gone", async () => {
    let isMended = false;
    const seen: string[] = [];
    await work({
      "index-listing": ({ listingId }) => {
        if (!isMended) return Promise.reject(new Error("the listing is odd"));
        return Promise.resolve(void seen.push(listingId));
      },
    });
    const dead = await failFor("listing-1");
    isMended = true;

    await reviveDeadJobs(
      testDb,
      dead.map(({ id }) => id),
    );

    expect(await waitUntil(() => seen.length > 0, TIMEOUT)).toBe(true);
    expect(seen).toEqual(["listing-1"]);
    expect(await listDeadJobs(testDb)).toEqual([]);
  });
});

describe("stopping the worker", () => {
  it("lets the running job finish and leaves the next one in the queue", async () => {
    const [started, mayEnd] = [gate(), gate()];
    const finished: string[] = [];
    await work({
      "index-listing": async ({ listingId }) => {
        started.open();
        await mayEnd.opened;
        finished.push(listingId);
      },
    });
    await add("running");
    await started.opened;
    await add("waiting");

    const stopped = runner?.stop();
    mayEnd.open();
    await stopped;
    runner = undefined;

    expect(finished).toEqual(["running"]);
    expect(await queued()).toMatchObject([{ listingId: "waiting", attempts: 0, isLocked: false }]);
  });

  it("tells a long job to come to an end", async () => {
    const started = gate();
    let signal: JobContext["signal"];
    await work({
      "index-listing": async (_payload, context) => {
        signal = context.signal;
        started.open();
        await new Promise((resolve) => signal?.addEventListener("abort", resolve));
      },
    });
    await add("long");
    await started.opened;

    await runner?.stop();
    runner = undefined;

    expect(signal?.aborted).toBe(true);
  });
});
