import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { findProcess } from "~/platform/processes/process-table.server";
import { openRunFolder } from "~/platform/processes/run-folder.server";

const ADDRESS = "http://127.0.0.1:3000";
let path = "";

beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), "karvan-run-"));
});

afterEach(() => rmSync(path, { recursive: true, force: true }));

it("refuses a second demo in the same folder and names the address of the first", async () => {
  await openRunFolder(path, ADDRESS);

  await expect(openRunFolder(path, "http://127.0.0.1:4000")).rejects.toMatchObject({
    message: expect.stringContaining(ADDRESS),
    mend: expect.stringContaining("KARVAN_FOLDER"),
  });
});

it("can be taken again after it was released", async () => {
  (await openRunFolder(path, ADDRESS)).release();

  expect((await openRunFolder(path, ADDRESS)).stoppedLeftovers).toBe(0);
});

it("takes over from a dead demo and stops the child that it left", async () => {
  const leftover = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  const pid = leftover.pid ?? 0;
  const child = { pid, startedMark: findProcess(pid)?.startedMark, stopSignal: "SIGTERM" };
  const dead = { pid: process.pid, startedMark: "another time", address: ADDRESS, children: [child] };
  writeFileSync(join(path, "running.json"), JSON.stringify(dead));

  const folder = await openRunFolder(path, ADDRESS);

  expect(folder.stoppedLeftovers).toBe(1);
  expect(findProcess(pid)).toBeUndefined();
});

it("leaves a program alone that got the number of a dead demo's child", async () => {
  const bystander = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  const pid = bystander.pid ?? 0;
  const child = { pid, startedMark: "another time", stopSignal: "SIGTERM" };
  const dead = { pid: process.pid, startedMark: "another time", address: ADDRESS, children: [child] };
  writeFileSync(join(path, "running.json"), JSON.stringify(dead));

  const folder = await openRunFolder(path, ADDRESS);

  expect(folder.stoppedLeftovers).toBe(0);
  expect(findProcess(pid)).toBeDefined();
  bystander.kill("SIGKILL");
});

it("takes over from a lock that was cut off in the middle of writing", async () => {
  writeFileSync(join(path, "running.json"), '{"pid": 12');

  expect((await openRunFolder(path, ADDRESS)).path).toBe(path);
});

it("keeps a secret from start to start, in a file that only we can read", async () => {
  const first = await openRunFolder(path, ADDRESS);
  const secret = first.secret("session");
  first.release();

  const second = await openRunFolder(path, ADDRESS);

  expect(second.secret("session")).toBe(secret);
  expect(second.secret("database")).not.toBe(secret);
  expect(statSync(join(path, "secrets.json")).mode & 0o077).toBe(0);
  expect(readFileSync(join(path, "secrets.json"), "utf8")).toContain(secret);
});
