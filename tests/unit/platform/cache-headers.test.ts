import { describe, expect, it } from "vitest";
import { PRIVATE_CACHE, PUBLIC_CACHE, publicCacheUntil, sharedLifeMs } from "~/platform/http/cache-headers.server";

const NOW = new Date("2026-11-26T08:00:00Z");
const until = (seconds: number) => publicCacheUntil(new Date(NOW.getTime() + seconds * 1_000), NOW);

describe("how long shared caches may keep a page", () => {
  it.each([
    [120, 30, 30],
    [60, 30, 30],
    [59.9, 30, 29],
    [30, 30, 0],
    [12.4, 12, 0],
    [0.9, 0, 0],
    [0, 0, 0],
    [-5, 0, 0],
  ])("that becomes another one in %d seconds", (seconds, shared, stale) => {
    expect(until(seconds)).toBe(`public, max-age=0, s-maxage=${shared}, stale-while-revalidate=${stale}`);
  });

  it("is a minute for a page that no instant changes", () => {
    expect(publicCacheUntil(undefined, NOW)).toBe(PUBLIC_CACHE);
    expect(sharedLifeMs(PUBLIC_CACHE)).toBe(60_000);
  });

  it("is read back from what was said", () => {
    expect([sharedLifeMs(until(12.4)), sharedLifeMs(until(0))]).toEqual([12_000, 0]);
    expect(sharedLifeMs("public, s-maxage=5")).toBe(5_000);
    expect(sharedLifeMs(PRIVATE_CACHE)).toBe(Infinity);
  });
});
