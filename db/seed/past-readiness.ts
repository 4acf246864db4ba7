import type { Row } from "../bulk";
import { instantBefore } from "./ids";
import { makeRandom } from "./pictures/contract";

const STEPS = [300, 210, 150, 90, 40] as const;

/** Least score of each level, as the reference has it, without its gates: nobody of the demo was higher than she is now. */
function levelOf(score: number): string {
  return score >= 30 ? "preparing" : "exploring";
}

/** A believable way up to the score of today, for the chart: slow at first, never down. */
export function pastReadiness(
  { sellerId, score, criteriaVersion }: { sellerId: string; score: number; criteriaVersion: string },
  now: Date,
): Row[] {
  const random = makeRandom(`readiness/${sellerId}`);
  return STEPS.map((daysAgo, step) => {
    const share = (step + 1) / (STEPS.length + 1);
    const then = Math.max(0, Math.min(score, Math.round(score * share) - random.whole(0, 6)));
    return {
      seller_id: sellerId,
      computed_at: instantBefore(now, daysAgo).toISOString(),
      level: levelOf(then),
      score: then,
      criteria_version: criteriaVersion,
      criterion_values: {},
    };
  });
}
