import { isThing, isVague } from "./synonyms";

/** How many documents a word or phrase of a text is found in. */
export type PhraseCounts = {
  phrase: string;
  /** In titles, categories, techniques and materials: where things are named. */
  named: number;
  /** Anywhere. */
  anywhere: number;
};

/**
 * Phrases in the order in which they are kept when not all can be found: the thing that is looked for ("earrings" of
 * "silver earrings"), then what few things are named by, then what is only said of things ("cold" of "mug for cold
 * drinks") or of almost everything ("gift"), then what is found nowhere.
 */
export function byTelling<Counted extends PhraseCounts>(counts: readonly Counted[]): Counted[] {
  const rank = ({ phrase, named, anywhere }: Counted) => {
    if (anywhere === 0) return 3;
    if (named === 0 || isVague(phrase)) return 2;
    return isThing(phrase) ? 0 : 1;
  };
  return counts.toSorted((a, b) => rank(a) - rank(b) || a.named - b.named || a.anywhere - b.anywhere);
}

/** A text that fewer listings have in full also finds those that have it in part. */
export const FEW_HITS = 10;

/** A phrase that more documents have says too little to find by it alone. */
export const MOST_BY_ONE_PHRASE = 40;

/**
 * The phrases one of which a hit must have: the one that tells most, and the others that tell enough when even that one
 * is found in few documents.
 *
 * @param ordered by `byTelling`
 */
export function needed<Counted extends PhraseCounts>(ordered: readonly Counted[]): Counted[] {
  const [head, ...others] = ordered;
  if (!head) return [];
  if (head.anywhere >= FEW_HITS) return [head];
  return [head, ...others.filter(({ anywhere }) => anywhere > 0 && anywhere <= MOST_BY_ONE_PHRASE)];
}
