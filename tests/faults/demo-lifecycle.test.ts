import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { findProcess } from "~/platform/processes/process-table.server";
import { waitUntil } from "~/platform/processes/wait-until.server";
import { NEXT_START_MS, seededDemo } from "./seeded-demo";

const demo = seededDemo("lifecycle");

/** Numbers of PostgreSQL, Meilisearch, web and worker, as the demo noted them. */
function childrenOf(path: string): number[] {
  const lock = JSON.parse(readFileSync(join(path, "running.json"), "utf8")) as { children: { pid: number }[] };
  return lock.children.map(({ pid }) => pid);
}

const runningOf = (pids: readonly number[]) => pids.filter((pid) => findProcess(pid) !== undefined);

async function statusOf(url: string): Promise<number> {
  return (await fetch(url, { redirect: "manual" })).status;
}

it("answers on the port that was asked for, again within seconds, and prints the accounts", async () => {
  const { url, output } = await demo.start();

  expect(await statusOf(`${url}/en`)).toBe(200);
  expect(output()).toContain("reviewer@karvan.example");
});

it("keeps its data: what the first start made is not made again", async () => {
  const { output } = await demo.start();

  expect(output()).toMatch(/Demo catalogue: as it was/);
});

it.each(["SIGINT", "SIGTERM"] as const)("ends on %s in good order, with no child left running", async (signal) => {
  const { child } = await demo.start();
  const children = childrenOf(demo.folder);
  expect(runningOf(children)).toHaveLength(children.length);

  child.send(signal);

  expect(await child.exited).toEqual({ code: 0, signal: null });
  expect(runningOf(children)).toEqual([]);
});

it("leaves nothing that blocks the next start when it is killed", async () => {
  const killed = await demo.start();
  const children = childrenOf(demo.folder);

  await killed.child.kill();
  const next = await demo.start();

  expect(await statusOf(`${next.url}/en`)).toBe(200);
  expect(runningOf(children)).toEqual([]);
});

it("stops its children when it was killed and nobody starts it again", async () => {
  const { child } = await demo.start();
  const children = childrenOf(demo.folder);

  await child.kill();

  expect(await waitUntil(() => runningOf(children).length === 0, { timeoutMs: 20_000 })).toBe(true);
});

it("can be stopped while it still starts", async () => {
  const { child, output } = await demo.launch();
  await waitUntil(() => output().includes("PostgreSQL, search engine and payments"), { timeoutMs: NEXT_START_MS });
  const children = childrenOf(demo.folder);

  child.send("SIGINT");

  expect((await child.exited).code).toBe(0);
  expect(runningOf(children)).toEqual([]);
});

it("throws away search data that cannot be opened and indexes again", async () => {
  rmSync(join(demo.folder, "meilisearch/data.ms"), { recursive: true, force: true });
  mkdirSync(join(demo.folder, "meilisearch/data.ms"), { recursive: true });
  writeFileSync(join(demo.folder, "meilisearch/data.ms/VERSION"), "not a version");

  const { url } = await demo.start();
  const answer = await fetch(`${url}/api/v1/listings?q=copper`);

  expect(((await answer.json()) as { total: number }).total).toBeGreaterThan(0);
});
