import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { clock, setClockOffset } from "~/platform/clock.server";

const NOW = new Date("2026-11-24T08:00:00Z");

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  setClockOffset(0);
  vi.useRealTimers();
});

it("is the true time when nobody moved it", () => {
  expect(clock()).toEqual(NOW);
});

it("is ahead by what it was moved", () => {
  setClockOffset(86_400_000);
  expect(clock()).toEqual(new Date("2026-11-25T08:00:00Z"));
});

it("is moved from the true time, however often it was moved before", () => {
  setClockOffset(86_400_000);
  setClockOffset(-3_600_000);
  expect(clock()).toEqual(new Date("2026-11-24T07:00:00Z"));
});
