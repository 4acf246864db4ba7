import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setClockOffset } from "~/platform/clock.server";
import { FACTORY_NOW, makeApprovedSeller, makeFeature, makeRates } from "~db/factories";
import { testDb } from "~tests/support/database";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();
const SECOND = 1_000;
const start = FACTORY_NOW.getTime() + 86_400_000;
const at = (seconds: number) => new Date(start + seconds * SECOND);
const setNow = (seconds: number) => setClockOffset(at(seconds).getTime() - Date.now());

let name = "";
beforeAll(async () => {
  await makeRates(testDb, { EUR: 1.9 });
  name = "Chosen Workshop";
  const { sellerId } = await makeApprovedSeller(testDb, { name });
  await makeFeature(testDb, { sellerId, startsAt: at(100), endsAt: at(220) });
});
beforeEach(() => setNow(0));
afterAll(() => setClockOffset(0));

const sharedSeconds = (headers: Headers) =>
  [...(headers.get("cache-control") ?? "").matchAll(/(?:s-maxage|stale-while-revalidate)=(\d+)/g)].reduce(
    (sum, [, seconds]) => sum + Number(seconds),
    0,
  );

describe("the home page in shared caches", () => {
  it.each(["/az", "/az.data"])(
    "is kept a minute, but never past the start or the end of a feature: %s",
    async (path) => {
      const lifeAt = async (seconds: number) => {
        setNow(seconds);
        const answer = await site.get(path);
        return { life: sharedSeconds(answer.headers), isShown: (await answer.text()).includes(name) };
      };

      expect(await lifeAt(0)).toEqual({ life: 60, isShown: false });
      const before = await lifeAt(75);
      expect(before.isShown).toBe(false);
      expect(before.life).toBeLessThanOrEqual(25);
      expect(before.life).toBeGreaterThanOrEqual(20);
      expect(await lifeAt(101)).toEqual({ life: 60, isShown: true });
      const last = await lifeAt(205);
      expect(last.isShown).toBe(true);
      expect(last.life).toBeLessThanOrEqual(15);
      expect(await lifeAt(221)).toEqual({ life: 60, isShown: false });
    },
  );
});
