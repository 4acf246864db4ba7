import { describe, expect, it } from "vitest";
import { PLAY_TIMEOUT_MS, PLAYED_BY_EACH, playMany } from "~tests/support/money-model/play-many";

describe("money on a real database, half of it due as preparation begins", () => {
  it("stands after any history as the model says, and its ledger is sound", { timeout: PLAY_TIMEOUT_MS }, async () => {
    const played = await playMany({ commissionBasisPoints: 333, depositShare: 5_000 });
    expect(played).toBeGreaterThanOrEqual(PLAYED_BY_EACH);
  });
});
