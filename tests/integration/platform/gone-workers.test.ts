import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { watchForGoneWorkers } from "~/platform/jobs/gone-workers.server";
import { startWorker } from "~/platform/jobs/worker.server";
import { testDatabaseUrl, testDb } from "~tests/support/database";

type Watch = Awaited<ReturnType<typeof watchForGoneWorkers>>;
const watches: Watch[] = [];
const watch = async (...names: string[]) => {
  watches.push(await watchForGoneWorkers(testDatabaseUrl, () => names));
};

beforeEach(async () => {
  await sql`delete from graphile_worker._private_jobs`.execute(testDb);
});
afterEach(async () => {
  await Promise.all(watches.splice(0).map((one) => one.end()));
});

/** A job that a worker took so many seconds ago. */
async function lockedBy(name: string, seconds: number): Promise<void> {
  await testDb.transaction().execute((trx) => enqueue(trx, "index-listing", { listingId: name }));
  await sql`update graphile_worker._private_jobs set locked_by = ${name}, locked_at = now() - ${seconds} * interval '1 second'
    where payload ->> 'listingId' = ${name}`.execute(testDb);
}

async function stillLocked(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select locked_by as name from graphile_worker._private_jobs where locked_by is not null order by 1`.execute(testDb);
  return rows.map(({ name }) => name);
}

describe("jobs of a worker that was killed", () => {
  it("are given back when another one looks, a minute after they were taken", async () => {
    await lockedBy("worker-gone", 70);
    await watch("worker-here");
    expect(await stillLocked()).toEqual([]);
  });

  it("are left to it while it lives, however long they take", async () => {
    await watch("worker-living");
    await lockedBy("worker-living", 3_000);
    await lockedBy("worker-gone", 3_000);
    await watch("worker-here");
    expect(await stillLocked()).toEqual(["worker-living"]);
  });

  it("are left to it in its first minute, in which it may not have shown itself", async () => {
    await lockedBy("worker-new", 50);
    await watch("worker-here");
    expect(await stillLocked()).toEqual(["worker-new"]);
  });

  it("are given back once its connection is gone", async () => {
    await watch("worker-dying");
    await lockedBy("worker-dying", 70);
    await watches.splice(0)[0]?.end();
    await watch("worker-here");
    expect(await stillLocked()).toEqual([]);
  });

  it("begin anew in a worker that starts", async () => {
    await lockedBy("worker-gone", 70);
    let worked = () => {};
    const isWorked = new Promise<void>((resolve) => (worked = resolve));
    const handlers = { "index-listing": () => Promise.resolve(worked()) };
    const runner = await startWorker({ url: testDatabaseUrl, handlers, concurrency: 1 });
    await isWorked;
    // The library writes down that a job is done after the job has said so, and a stop does not wait for that.
    await expect.poll(stillLocked).toEqual([]);
    await runner.stop();
  });
});
