import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { inTransaction, type Db, type Trx } from "~/platform/db/db.server";
import { enqueueEach } from "~/platform/jobs/enqueue.server";
import { collectFacts, type CollectedFacts } from "../collect-facts.server";
import { judge, type Judgement } from "../judge";
import { holdReference, type ReadinessReference } from "../reference.server";
import { valueOf } from "../rules";

/** Sellers that are judged in one transaction; more would hold their rows for long. */
const BATCH = 50;

export type RecomputeOptions = {
  now?: Date;
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal | undefined;
};

/**
 * Judges sellers anew and keeps what came out: the result, a line of history when something changed, and which markets are
 * open. Whoever moved is indexed anew, in the same transaction.
 *
 * @returns how many moved
 */
export async function recomputeReadiness(
  db: Db,
  sellerIds: readonly string[],
  { now = clock(), onProgress, signal }: RecomputeOptions = {},
): Promise<number> {
  let moved = 0;
  for (let at = 0; at < sellerIds.length; at += BATCH) {
    signal?.throwIfAborted();
    const batch = sellerIds.slice(at, at + BATCH);
    moved += await inTransaction(db, async (trx) => recomputeBatch(trx, batch, await holdReference(db, trx), now));
    onProgress?.(Math.min(at + BATCH, sellerIds.length), sellerIds.length);
  }
  return moved;
}

type Outcome = {
  sellerId: string;
  level: string;
  score: number;
  endsOn: string | null;
  values: string;
  breakdown: string;
  judgement: Judgement;
};

async function recomputeBatch(
  trx: Trx,
  sellerIds: readonly string[],
  reference: ReadinessReference,
  now: Date,
): Promise<number> {
  // Two recomputations of a seller wait for each other, so that the later one sees what the earlier one wrote.
  const held = await trx
    .selectFrom("sellers")
    .select("id")
    .where("id", "in", [...sellerIds])
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
  const ids = held.map(({ id }) => id);
  if (ids.length === 0) return 0;
  const [facts, before, openBefore] = await Promise.all([
    collectFacts(trx, ids),
    trx
      .selectFrom("readinessResults")
      .select(["sellerId", "level", "score", "criteriaVersion"])
      .where("sellerId", "in", ids)
      .execute(),
    trx
      .selectFrom("marketReadiness")
      .select(["sellerId", "marketId"])
      .where("sellerId", "in", ids)
      .where("isOpen", "=", true)
      .execute(),
  ]);
  const outcomes = facts.map((own) => outcomeOf(own, reference, dayInBaku(now)));
  const last = new Map(before.map((row) => [row.sellerId, row]));
  const changed = outcomes.filter(({ sellerId, level, score }) => {
    const row = last.get(sellerId);
    return row?.level !== level || row.score !== score || row.criteriaVersion !== reference.model.version;
  });
  await writeOutcomes(trx, outcomes, reference.model.version, now);
  await writeHistory(trx, changed, reference.model.version, now);
  await writeMarkets(trx, outcomes, now);

  const marketsOf = (sellerId: string) =>
    openBefore
      .filter((row) => row.sellerId === sellerId)
      .map(({ marketId }) => marketId)
      .toSorted()
      .join(" ");
  const shownAnew = outcomes.filter(
    ({ sellerId, level, judgement }) =>
      last.get(sellerId)?.level !== level || marketsOf(sellerId) !== openMarketsOf(judgement).toSorted().join(" "),
  );
  await enqueueEach(
    trx,
    "index-seller",
    shownAnew.map(({ sellerId }) => ({ payload: { sellerId }, jobKey: `index-seller:${sellerId}` })),
  );
  return changed.length;
}

export function openMarketsOf({ markets }: Judgement): string[] {
  return markets.filter(({ isOpen }) => isOpen).map(({ market }) => market);
}

function outcomeOf(facts: CollectedFacts, reference: ReadinessReference, asOf: string): Outcome {
  const judgement = judge(facts, reference, asOf);
  const { score, input } = judgement;
  const values = Object.fromEntries(
    reference.model.criteria.map(({ id }) => [id, valueOf(input.states[id], asOf)] as const),
  );
  const counting = Object.values(input.states).flatMap((state) =>
    state.kind === "evidence" && state.status === "verified" && state.expiresOn >= asOf ? [state.expiresOn] : [],
  );
  return {
    sellerId: facts.sellerId,
    level: score.level,
    score: score.score,
    endsOn: counting.toSorted().at(0) ?? null,
    values: JSON.stringify(values),
    breakdown: JSON.stringify({
      points: score.points,
      weightTotal: score.weightTotal,
      nextLevel: score.nextLevel ?? null,
      blockedBy: score.blockedBy,
      nextSteps: score.nextSteps.slice(0, 3),
    }),
    judgement,
  };
}

async function writeOutcomes(trx: Trx, outcomes: readonly Outcome[], criteriaVersion: string, now: Date) {
  const rows = outcomes.map(({ sellerId, level, score, endsOn, breakdown }) => ({
    sellerId,
    level,
    score,
    endsOn,
    breakdown,
    criteriaVersion,
    computedOn: dayInBaku(now),
    computedAt: now,
  }));
  await trx
    .insertInto("readinessResults")
    .values(rows)
    .onConflict((conflict) =>
      conflict.column("sellerId").doUpdateSet((eb) => ({
        level: eb.ref("excluded.level"),
        score: eb.ref("excluded.score"),
        endsOn: eb.ref("excluded.endsOn"),
        breakdown: eb.ref("excluded.breakdown"),
        criteriaVersion: eb.ref("excluded.criteriaVersion"),
        computedOn: eb.ref("excluded.computedOn"),
        computedAt: eb.ref("excluded.computedAt"),
      })),
    )
    .execute();
}

async function writeHistory(trx: Trx, changed: readonly Outcome[], criteriaVersion: string, now: Date) {
  if (changed.length === 0) return;
  await trx
    .insertInto("readinessHistory")
    .values(
      changed.map(({ sellerId, level, score, values }) => ({
        sellerId,
        level,
        score,
        criteriaVersion,
        criterionValues: values,
        computedAt: now,
      })),
    )
    // The same moment twice is the same moment: the later judgement counts.
    .onConflict((conflict) =>
      conflict.columns(["sellerId", "computedAt"]).doUpdateSet((eb) => ({
        level: eb.ref("excluded.level"),
        score: eb.ref("excluded.score"),
        criterionValues: eb.ref("excluded.criterionValues"),
      })),
    )
    .execute();
}

async function writeMarkets(trx: Trx, outcomes: readonly Outcome[], now: Date) {
  const rows = outcomes.flatMap(({ sellerId, judgement }) =>
    judgement.markets.map(({ market, isOpen, rules }) => ({
      sellerId,
      marketId: market,
      isOpen,
      missing: isOpen ? [] : rules.flatMap(({ rule, state }) => (state === "missing" ? [rule.id] : [])),
      metRules: rules.flatMap(({ rule, state }) => (state === "met" && rule.level === "mandatory" ? [rule.id] : [])),
      computedAt: now,
    })),
  );
  if (rows.length === 0) return;
  await trx
    .insertInto("marketReadiness")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["sellerId", "marketId"]).doUpdateSet((eb) => ({
        isOpen: eb.ref("excluded.isOpen"),
        missing: eb.ref("excluded.missing"),
        metRules: eb.ref("excluded.metRules"),
        computedAt: eb.ref("excluded.computedAt"),
      })),
    )
    .execute();
}
