import { mkdtempSync, mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { contentStamp } from "~/platform/processes/content-stamp.server";

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "karvan-stamp-"));
  mkdirSync(join(root, "app/made"), { recursive: true });
  writeFileSync(join(root, "app/one.ts"), "1");
  writeFileSync(join(root, "app/made/out.js"), "made");
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const stamp = () => contentStamp(root, ["app", "missing"], (path) => path === "app/made");

it("stays the same when only the time of a file changes, as in a fresh clone", () => {
  const before = stamp();

  utimesSync(join(root, "app/one.ts"), 1, 1);

  expect(stamp()).toBe(before);
});

it("changes when a file is changed, added or renamed", () => {
  const seen = [stamp()];
  writeFileSync(join(root, "app/one.ts"), "2");
  seen.push(stamp());
  writeFileSync(join(root, "app/two.ts"), "");
  seen.push(stamp());
  renameSync(join(root, "app/two.ts"), join(root, "app/three.ts"));
  seen.push(stamp());

  expect(new Set(seen).size).toBe(4);
});

it("does not look at what is left out", () => {
  const before = stamp();

  writeFileSync(join(root, "app/made/out.js"), "made again");

  expect(stamp()).toBe(before);
});
