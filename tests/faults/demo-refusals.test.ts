import { rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { expect, it } from "vitest";
import { freshDemoFolder } from "~tests/support/demo-site";
import { seededDemo } from "./seeded-demo";

const demo = seededDemo("refusals");

it("says which port is taken and how to take another", async () => {
  const other = await listen();
  const port = portOf(other);

  const { child, output } = await demo.launch({ port });

  expect((await child.exited).code).toBe(1);
  expect(output()).toContain(`Port ${port} is taken`);
  expect(output()).toContain(`PORT=${port + 1} npm run demo`);
  other.close();
});

it("names the address of a demo that already runs from the same folder", async () => {
  const first = await demo.start();

  const second = await demo.launchSecond();

  expect((await second.child.exited).code).toBe(1);
  expect(second.output()).toContain(first.url);
});

it("says that its folder cannot be written and how to choose another", async () => {
  const blocked = freshDemoFolder("blocked");
  writeFileSync(join(blocked, "file"), "");

  const { child, output } = await demo.launch({ folder: join(blocked, "file/karvan") });

  expect((await child.exited).code).toBe(1);
  expect(output()).toContain("cannot be written");
  expect(output()).toContain("KARVAN_FOLDER=");
  rmSync(blocked, { recursive: true });
});

it("refuses a live Stripe key before it starts anything", async () => {
  const { child, output } = await demo.launch({ env: { STRIPE_SECRET_KEY: "sk_live_51invented" } });

  expect((await child.exited).code).toBe(1);
  expect(output()).toContain("STRIPE_SECRET_KEY");
  expect(output()).not.toContain("sk_live_51invented");
});

it("says what --days-ahead takes", async () => {
  const { child, output } = await demo.launch({ args: ["--days-ahead", "soon"] });

  expect((await child.exited).code).toBe(1);
  expect(output()).toContain("--days-ahead soon is no number of days");
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
