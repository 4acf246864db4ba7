import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { makeMeilisearch } from "~/platform/search-engine/meilisearch.server";
import type { SearchEngine } from "~/platform/search-engine/port";

const MOST_AT_ONCE = 8;
const QUESTIONS = 40;
const ANSWER = JSON.stringify({ results: [{ hits: [{ id: "one" }], totalHits: 1 }] });

let server: Server | undefined;
let engine: SearchEngine | undefined;

afterEach(() => {
  engine?.close();
  server?.closeAllConnections();
  server?.close();
});

/** An engine that needs `milliseconds` for each search, or never answers. */
async function slowEngine(milliseconds: number | undefined) {
  const seen = { all: 0, atOnce: 0, most: 0 };
  server = createServer((_request, response) => {
    seen.all += 1;
    seen.atOnce += 1;
    seen.most = Math.max(seen.most, seen.atOnce);
    response.once("close", () => (seen.atOnce -= 1));
    if (milliseconds !== undefined) setTimeout(() => response.end(ANSWER), milliseconds);
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
    const { engine: busy, seen } = await slowEngine(150);

    const answers = await Promise.all(Array.from({ length: QUESTIONS }, () => busy.ask([question])));

    expect(answers.every(([answer]) => answer?.total === 1)).toBe(true);
    expect(seen.most).toBe(MOST_AT_ONCE);
    expect(busy.isUp()).toBe(true);
  });

  it("do not go to an engine any more that failed while they waited", async () => {
    const { engine: frozen, seen } = await slowEngine(undefined);

    const answers = await Promise.allSettled(Array.from({ length: QUESTIONS }, () => frozen.ask([question])));

    expect(answers.every(({ status }) => status === "rejected")).toBe(true);
    expect(frozen.isUp()).toBe(false);
    expect(seen.all).toBeLessThan(QUESTIONS);
  });
});
