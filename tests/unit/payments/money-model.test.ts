import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkOurs, checkSteps, comeToRest } from "~tests/support/money-model/checks";
import { newGame, play, type Game } from "~tests/support/money-model/commands";
import { historyOf, MOST } from "~tests/support/money-model/histories";
import { standsOf } from "~tests/support/money-model/stands";
import { isDisputedTwin, type Told } from "~tests/support/money-model/world";

/** In an ordinary run, too: that many are tried in half a minute, since nothing of it leaves the process. */
const HISTORIES = 100_000;

const numbers = fc.noBias(fc.array(fc.nat(MOST), { minLength: 4, maxLength: 14, size: "max" }));
const TERMS = [
  { commissionBasisPoints: 800, depositShare: 0 },
  { commissionBasisPoints: 333, depositShare: 5_000 },
] as const;

function playAll(history: readonly number[], check: (game: Game) => void = () => {}): Game {
  const game = newGame(TERMS[history.length % 2] ?? TERMS[0]);
  for (const command of historyOf(history)) {
    play(game, command);
    check(game);
  }
  return game;
}

const asTold = (events: readonly Told[]) => events;
const backwards = (events: readonly Told[]) => events.toReversed();
const twice = (events: readonly Told[]) => [...events, ...events];

describe("money, in any history of checkouts, payments, events, refunds, disputes and payouts", () => {
  it(
    "is neither made nor lost, nor is a piece sold twice, and orders go along the drawing",
    { timeout: 600_000 },
    () => {
      const check = ({ ours }: Game) => checkOurs(ours);
      fc.assert(
        fc.property(numbers, (history) => {
          const game = playAll(history, check);
          const hasMany = game.pending.length > 1 && !isDisputedTwin(game.world);
          comeToRest(game, asTold);
          checkOurs(game.ours);
          checkSteps(game.ours);
          if (!hasMany) return;
          const other = playAll(history);
          comeToRest(other, history.length % 3 === 0 ? twice : backwards);
          expect(standsOf(other.ours)).toBe(standsOf(game.ours));
        }),
        { numRuns: HISTORIES },
      );
    },
  );

  it("comes to every place: the histories are about something", () => {
    const seen = new Set<string>();
    for (const history of fc.sample(numbers, { numRuns: 4_000, seed: 7 })) {
      const { ours } = playAll(history);
      for (const { status, hold } of ours.orders) seen.add(status).add(hold);
      for (const key of ours.booked) seen.add(key.split(" ")[0] ?? "");
      for (const { status, isLate } of ours.refunds) seen.add(`refund ${status}`).add(`late ${isLate}`);
      for (const { status } of ours.checkouts) seen.add(`checkout ${status}`);
    }
    const orders = ["partly_paid", "paid", "in_preparation", "shipped", "completed", "cancelled", "refunded"];
    const entries = ["receipt", "late_receipt", "refund", "refund_failed", "release", "deposit_release"];
    const disputes = ["dispute_opened", "dispute_closed"];
    const payouts = ["payout_sent", "payout_settled", "payout_returned"];
    const refunds = ["asked", "sent", "succeeded", "failed", "refused"].map((status) => `refund ${status}`);
    const checkouts = ["open", "processing", "paid", "ended"].map((status) => `checkout ${status}`);
    const holds = ["held", "taken", "released", "returned"];
    const all = [...orders, ...entries, ...disputes, ...payouts, ...refunds, ...checkouts, ...holds, "late true"];
    expect(all.filter((one) => !seen.has(one))).toEqual([]);
  });
});
