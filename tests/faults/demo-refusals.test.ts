import { rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { startGuard, type Guard } from "~/platform/processes/guard.server";
import {
  FIRST_START_MS,
  freshDemoFolder,
  launchDemo,
  seededDemoFolder,
  untilReady,
  type DemoSite,
} from "~tests/support/demo-site";

const NEXT_START_MS = 120_000;

let folder = "";
let guard: Guard;
let site: DemoSite | undefined;

beforeAll(async () => {
  guard = startGuard();
  folder = await seededDemoFolder("refusals", guard);
}, FIRST_START_MS);

afterEach(async () => {
  await site?.child.stop();
  site = undefined;
});

afterAll(() => guard.release());

const launch = async (options: Parameters<typeof launchDemo>[0] = {}) =>
  (site = await launchDemo({ folder, guard, ...options }));
const start = async () => untilReady(await launch(), NEXT_START_MS);

it("says which port is taken and how to take another", async () => {
  const other = await listen();
  const port = portOf(other);

  const { child, output } = await launch({ port });

  expect((await child.exited).code).toBe(1);
  expect(output()).toContain(`Port ${port} is taken`);
  expect(output()).toContain(`PORT=${port + 1} npm run demo`);
  other.close();
});

it("names the address of a demo that already runs from the same folder", async () => {
  const first = await start();

  const second = await launchDemo({ folder, guard });

  expect((await second.child.exited).code).toBe(1);
  expect(second.output()).toContain(first.url);
});

it("says that its folder cannot be written and how to choose another", async () => {
  const blocked = freshDemoFolder("blocked");
  writeFileSync(join(blocked, "file"), "");

  const { child, output } = await launch({ folder: join(blocked, "file/karvan") });

  expect((await child.exited).code).toBe(1);
  expect(output()).toContain("cannot be written");
  expect(output()).toContain("KARVAN_FOLDER=");
  rmSync(blocked, { recursive: true });
});

it("refuses a live Stripe key before it starts anything", async () => {
  const { child, output } = await launch({ env: { STRIPE_SECRET_KEY: "sk_live_51invented" } });

  expect((await child.exited).code).toBe(1);
  expect(output()).toContain("STRIPE_SECRET_KEY");
  expect(output()).not.toContain("sk_live_51invented");
});

function listen(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => resolve(server));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("not listening");
  return address.port;
}
