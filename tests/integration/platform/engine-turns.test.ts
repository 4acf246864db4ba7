import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { makeMeilisearch } from "~/platform/search-engine/meilisearch.server";
import type { SearchEngine } from "~/platform/search-engine/port";

const MOST_AT_ONCE = 4;
const QUESTIONS = 40;
const ANSWER = JSON.stringify({ results: [{ hits: [{ id: "one" }], totalHits: 1 }] });

let server: Server | undefined;
let engine: SearchEngine | undefined;

afterEach(() => {
  engine?.close();
  server?.closeAllConnections();
  server?.close();
});

type Manner = { searchMs?: number; isAlive?: boolean };

/** An engine that needs `searchMs` for each search, or never answers one; and says that it is alive, or nothing at all. */
async function slowEngine({ searchMs, isAlive = true }: Manner) {
  const seen = { all: 0, atOnce: 0, most: 0 };
  server = createServer((request, response) => {
    if (request.url === "/health") return isAlive ? response.end("{}") : undefined;
    seen.all += 1;
    seen.atOnce += 1;
    seen.most = Math.max(seen.most, seen.atOnce);
    response.once("close", () => (seen.atOnce -= 1));
    if (searchMs !== undefined) setTimeout(() => response.end(ANSWER), searchMs);
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  engine = makeMeilisearch({
    url: `http://127.0.0.1:${port}`,
    masterKey: undefined,
    prefix: "t",
    probeIndex: "t_listings",
  });
  return { engine, seen };
}

const question = { index: "t_listings", text: "cup", page: 1, hitsPerPage: 1, matching: "all" as const };

describe("searches of one process", () => {
  it("go to a busy engine a few at a time, and none is given up for having waited its turn", async () => {
    const { engine: busy, seen } = await slowEngine({ searchMs: 100 });

    const answers = await Promise.all(Array.from({ length: QUESTIONS }, () => busy.ask([question])));

    expect(answers.every(([answer]) => answer?.total === 1)).toBe(true);
    expect(seen.most).toBe(MOST_AT_ONCE);
    expect(busy.isUp()).toBe(true);
  });

  it("are not given up because this process was too busy to read the answer", async () => {
    const { engine: quick } = await slowEngine({ searchMs: 10 });

    const answer = quick.ask([question]);
    await new Promise((resolve) => setTimeout(resolve, 1));
    const until = performance.now() + 900;
    while (performance.now() < until);

    expect((await answer)[0]?.total).toBe(1);
  });

  it("do not go to an engine any more that failed while they waited", async () => {
    const { engine: frozen, seen } = await slowEngine({ isAlive: false });

    const answers = await Promise.allSettled(Array.from({ length: QUESTIONS }, () => frozen.ask([question])));

    expect(answers.every(({ status }) => status === "rejected")).toBe(true);
    expect(frozen.isUp()).toBe(false);
    expect(seen.all).toBe(MOST_AT_ONCE);
  });

  it("still go to an engine that took too long over one of them and is alive", async () => {
    const { engine: busy, seen } = await slowEngine({});

    const [first] = await Promise.allSettled([busy.ask([question])]);
    const [second] = await Promise.allSettled([busy.ask([question])]);

    expect([first?.status, second?.status]).toEqual(["rejected", "rejected"]);
    expect(seen.all).toBe(2);
    expect(busy.isUp()).toBe(true);
  });
});
