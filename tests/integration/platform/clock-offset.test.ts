import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepClockOffset, loadClockOffset } from "~/platform/clock-offset.server";
import { clock, setClockOffset } from "~/platform/clock.server";
import { testDb } from "~tests/support/database";

const DAY_MS = 86_400_000;
const NOW = new Date("2026-11-24T08:00:00Z");

beforeEach(() => {
  // Only the time: the database's connection needs its timers.
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
});
afterEach(async () => {
  vi.useRealTimers();
  setClockOffset(0);
  await testDb.deleteFrom("clockOffsets").execute();
});

const store = (days: number) => keepClockOffset(testDb, days * DAY_MS);

it("sets the clock as far ahead as the database says", async () => {
  await store(3);

  await loadClockOffset(testDb, "demo");

  expect(clock()).toEqual(new Date("2026-11-27T08:00:00Z"));
});

it("goes by what was stored last", async () => {
  await store(400);
  await store(3);

  await loadClockOffset(testDb, "demo");

  expect(clock()).toEqual(new Date("2026-11-27T08:00:00Z"));
});

it("sets the clock to the true time where the database says nothing", async () => {
  setClockOffset(5 * DAY_MS);

  await loadClockOffset(testDb, "test");

  expect(clock()).toEqual(NOW);
});

it("leaves production its true time, whatever the database says", async () => {
  await store(3);

  await loadClockOffset(testDb, "production");

  expect(clock()).toEqual(NOW);
});
