import fc from "fast-check";
import { expect } from "vitest";
import { FACTORY_NOW } from "~db/factories";
import { testDb } from "../database";
import { expectSoundLedger } from "../ledger";
import { checkOurs } from "./checks";
import { newGame, play } from "./commands";
import { historyOf, MOST } from "./histories";
import type { Terms } from "./ours";
import { makeStage, openSite, playForReal, type Stage } from "./site";
import { payableHere, payableOf, standsHere } from "./site-deeds";
import { exactly } from "./stands";

/**
 * As many as two minutes allow on a machine of two cores, each of the two files having one; `npm run soak` asks for twenty
 * thousand.
 */
const HISTORIES = Number(process.env.MODEL_HISTORIES ?? 2_000);
/** The histories are played by two files, each under terms of its own. */
const FILES = 2;

/** Histories that run beside each other, each with shops of its own on the one database. */
const AT_ONCE = 8;

export const PLAY_TIMEOUT_MS = 600_000 + HISTORIES * 1_000;

const numbers = fc.array(fc.nat(MOST), { minLength: 5, maxLength: 12, size: "max" });
type Numbers = readonly number[];

/** Plays a history on the model and here, and says how both stand at its end. */
async function playBoth(stage: Stage, history: Numbers) {
  const game = newGame(stage.terms, { now: FACTORY_NOW.getTime() });
  const site = await openSite(stage);
  const owedBefore = await payableHere(site);
  for (const command of historyOf(history)) {
    const { ours } = game;
    const before = { jobs: [...ours.jobs], orderCount: ours.orders.length, checkoutCount: ours.checkouts.length };
    const target = play(game, command);
    await playForReal(site, game, command, target, before);
  }
  checkOurs(game.ours);
  const owed = (await payableHere(site)).map((sum, at) => sum - (owedBefore[at] ?? 0n));
  return {
    model: [...exactly(game.ours), `payable ${payableOf(game).join(" ")}`],
    here: [...(await standsHere(site, game)), `payable ${owed.join(" ")}`],
  };
}

async function expectAlike(stage: Stage, history: Numbers): Promise<void> {
  const { model, here } = await playBoth(stage, history);
  expect(here).toEqual(model);
}

/** Made smaller alone, a history that went wrong says sooner what does; one that only goes wrong beside others says so itself. */
async function makeSmaller(stage: Stage, history: Numbers): Promise<void> {
  await fc.assert(
    fc.asyncProperty(numbers, (one) => expectAlike(stage, one)),
    { examples: [[[...history]]], numRuns: 1, interruptAfterTimeLimit: 120_000, endOnFailure: false },
  );
}

/**
 * Plays this file's part of the histories under the terms that all of its shops have; the ledger is checked after each eight.
 *
 * @returns how many were played, all of them well
 */
export async function playMany(terms: Terms): Promise<number> {
  let count = 0;
  const stages = await Promise.all(Array.from({ length: AT_ONCE }, () => makeStage(terms)));
  const batches = fc.array(fc.noBias(numbers), { minLength: AT_ONCE, maxLength: AT_ONCE });
  await fc.assert(
    fc.asyncProperty(batches, async (histories) => {
      const pairs = histories.flatMap((history, at) => {
        const stage = stages[at];
        return stage ? [{ stage, history }] : [];
      });
      const played = await Promise.allSettled(pairs.map(({ stage, history }) => expectAlike(stage, history)));
      for (const [at, outcome] of played.entries()) {
        const pair = pairs[at];
        if (outcome.status === "fulfilled" || !pair) continue;
        await makeSmaller(pair.stage, pair.history);
        throw outcome.reason;
      }
      await expectSoundLedger(testDb);
      count += played.length;
    }),
    { numRuns: Math.ceil(HISTORIES / FILES / AT_ONCE), endOnFailure: true },
  );
  return count;
}

/** How many each file plays at least. */
export const PLAYED_BY_EACH = HISTORIES / FILES;
