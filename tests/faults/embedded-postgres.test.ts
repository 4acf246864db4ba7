import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "~/platform/db/embedded/cluster.server";
import { findProcess } from "~/platform/processes/process-table.server";
import { waitUntil } from "~/platform/processes/wait-until.server";
import { freshDemoFolder } from "~tests/support/demo-site";

let folder = "";
let server: EmbeddedPostgres | undefined;
let owner: ChildProcess | undefined;

beforeEach(() => {
  folder = freshDemoFolder("postgres");
});

afterEach(async () => {
  await server?.kill();
  owner?.kill("SIGKILL");
  server = owner = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const start = async () => (server = await startEmbeddedPostgres({ folder, isDurable: true, logFile: `${folder}.log` }));

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Starts a PostgreSQL from a process of its own, so that this process can be killed. */
async function startFromOwner(): Promise<{ pid: number; url: string }> {
  owner = spawn(process.execPath, ["--import", "tsx", "tests/support/owner.ts", folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: owner.stdout ?? process.stdin });
  const [line] = (await once(lines, "line")) as [string];
  const [pid, url = ""] = line.split(" ");
  return { pid: Number(pid), url };
}

it("keeps what was committed through a power cut", async () => {
  const first = await start();
  await query(first.urlOf("postgres"), "create table kept as select 42 as answer");

  await first.kill();
  const second = await start();

  expect(await query(second.urlOf("postgres"), "select answer from kept")).toEqual([{ answer: 42 }]);
});

it("removes the pid file of a server that is gone, even when its number belongs to another program by now", async () => {
  await (await start()).stop();
  writeFileSync(join(folder, "data/postmaster.pid"), `${process.pid}\n${folder}/data\n1\n1\n\n\n\nready\n`);

  const again = await start();

  expect(await query(again.urlOf("postgres"), "select 1 as one")).toEqual([{ one: 1 }]);
  expect(findProcess(process.pid)).toBeDefined();
});

it("stops a server that an earlier start left running on the same data", async () => {
  const leftover = await start();

  const second = await start();

  expect(findProcess(leftover.pid)).toBeUndefined();
  expect(await query(second.urlOf("postgres"), "select 1 as one")).toEqual([{ one: 1 }]);
});

it("begins anew when the first start was killed while the data folder was made", async () => {
  mkdirSync(join(folder, "data.unfinished/base"), { recursive: true });
  writeFileSync(join(folder, "data.unfinished/PG_VERSION"), "18\n");

  const started = await start();

  expect(started.isNew).toBe(true);
  expect(existsSync(join(folder, "data.unfinished"))).toBe(false);
});

it("refuses data of another major version and says how to begin anew", async () => {
  await (await start()).stop();
  writeFileSync(join(folder, "data/PG_VERSION"), "15\n");

  await expect(start()).rejects.toMatchObject({
    name: "StartProblem",
    message: expect.stringContaining("PostgreSQL 15"),
    mend: expect.stringContaining("--fresh"),
  });
});

it("asks every connection for the password", async () => {
  const { port } = await start();

  await expect(query(`postgres://karvan:guess@127.0.0.1:${port}/postgres`, "select 1")).rejects.toThrow(/password/);
});

it("stops the server when the process that started it is killed", async () => {
  const { pid } = await startFromOwner();
  expect(findProcess(pid)?.commandLine).toContain("postgres");

  owner?.kill("SIGKILL");

  expect(await waitUntil(() => findProcess(pid) === undefined, { timeoutMs: 10_000 })).toBe(true);
  expect(readFileSync(`${folder}.log`, "utf8")).not.toContain("PANIC");
});
