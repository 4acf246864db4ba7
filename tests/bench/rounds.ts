import { load, type Operation } from "./load";
import type { Measurements } from "./measurements";
import type { Question } from "./questions";
import type { Timing } from "./statistics";

/** One search of a slice, as it is asked in each way. */
export type Search = { question: Question; engineRequests: Operation };

/** A way of asking that is timed between two timings of the yardsticks. */
export type Subject = { name: string; time: (slice: readonly Search[]) => Promise<Timing> };

type RoundOptions = {
  slice: readonly Search[];
  engine: { url: string; key: string; prefix: string };
  subjects: readonly Subject[];
  measurements: Measurements;
};

/**
 * One A-B-A round: the yardsticks, a subject, the yardsticks, the next subject, the yardsticks again, all over the same
 * searches. A subject is held against the yardsticks on both sides of it, so that a machine that is busy for a while is
 * busy for both.
 */
export async function measureRound({ slice, engine, subjects, measurements }: RoundOptions): Promise<void> {
  const yardsticks = async () => {
    const same = await load(
      engine.url,
      slice.map(({ engineRequests }) => engineRequests),
    );
    const four = await load(engine.url, rawFour(slice, engine));
    measurements.add("raw-same", same);
    measurements.add("raw-4", four);
    return { same, four };
  };
  let before = await yardsticks();
  for (const { name, time } of subjects) {
    const timing = await time(slice);
    const after = await yardsticks();
    measurements.add(name, timing);
    const relate = (label: string, of: keyof Timing, yardstick: "same" | "four") =>
      measurements.addRatio(label, timing[of] / ((before[yardstick][of] + after[yardstick][of]) / 2));
    relate(`${name} / raw-same, p50`, "p50", "same");
    relate(`${name} / raw-same, requests/s`, "perSecond", "same");
    relate(`${name} / raw-4, requests/s`, "perSecond", "four");
    before = after;
  }
}

const FOUR_FACETS = ["category", "material", "region", "technique"];
const HITS = 24;

/**
 * The leanest search with facets that there is: the words alone, one page of ids, four facets, no filter. The words are those
 * that Karvan asked the engine for: as readers type them the engine finds nothing for more than half of them, and an empty
 * answer is no yardstick.
 */
function rawFour(slice: readonly Search[], { key, prefix }: RoundOptions["engine"]): Operation[] {
  return slice.map(wordsAsked).flatMap((words) =>
    words === ""
      ? []
      : [
          [
            {
              method: "POST" as const,
              path: `/indexes/${prefix}_listings/search`,
              headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
              body: JSON.stringify({
                q: words,
                matchingStrategy: "all",
                facets: FOUR_FACETS,
                limit: HITS,
                attributesToRetrieve: ["id"],
              }),
            },
          ],
        ],
  );
}

/** The text of the first question that a search asked, which is about listings and wants all words. */
function wordsAsked({ engineRequests: [first] }: Search): string {
  const { queries } = JSON.parse(first?.body ?? "{}") as { queries: { q: string }[] };
  return queries[0]?.q ?? "";
}
