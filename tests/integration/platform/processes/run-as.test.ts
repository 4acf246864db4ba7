import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { canReach } from "~/platform/processes/run-as.server";

const STRANGER = { name: "stranger", uid: 4_000_001, gid: 4_000_001 };
let home = "";

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "karvan-reach-"));
  mkdirSync(join(home, "project/data"), { recursive: true });
  for (const part of ["", "project", "project/data"]) chmodSync(join(home, part), 0o755);
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

it("lets a stranger reach a folder whose parents are all open", () => {
  expect(canReach(STRANGER, join(home, "project/data"))).toBe(true);
});

it("keeps a stranger out when one parent is closed, however open the folder itself is", () => {
  chmodSync(home, 0o700);

  expect(canReach(STRANGER, join(home, "project/data"))).toBe(false);
});

it("judges a folder that does not exist yet by the folders above it", () => {
  expect(canReach(STRANGER, join(home, "project/new/deep"))).toBe(true);
});

it("lets the owner of a closed folder in", () => {
  chmodSync(home, 0o700);
  const owner = { name: "us", uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };

  expect(canReach(owner, join(home, "project"))).toBe(true);
});
