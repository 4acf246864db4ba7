import { describe, expect, it } from "vitest";
import { PLAY_TIMEOUT_MS, PLAYED_BY_EACH, playMany } from "~tests/support/money-model/play-many";

describe("money on a real database, all of it due after the days of the terms", () => {
  it("stands after any history as the model says, and its ledger is sound", { timeout: PLAY_TIMEOUT_MS }, async () => {
    const played = await playMany({ commissionBasisPoints: 800, depositShare: 0 });
    expect(played).toBeGreaterThanOrEqual(PLAYED_BY_EACH);
  });
});
