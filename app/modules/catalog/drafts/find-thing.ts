import type { NamedThing } from "./draft-facts";
import { THINGS } from "./listing-words";
import { isForm, wordsOf } from "./title-words";

/**
 * What an Azerbaijani title says that the listing is, with ASCII letters, too. The last thing that it names counts: of
 * `xalça yastıqüzü` the cushion cover. Of two that are joined by `və` neither does, since the listing is both.
 */
export function findThing(title: string, categoryId: string): NamedThing {
  const words = wordsOf(title);
  const found = THINGS.filter(({ categories }) => categories.includes(categoryId))
    .flatMap(({ id, az }) => az.map((term) => ({ id, ...lastPlaceOf(wordsOf(term), words) })))
    .filter(({ end }) => end > 0)
    .toSorted((a, b) => b.end - a.end || a.start - b.start);
  const [best] = found;
  const others = words.filter((_, at) => best === undefined || at < best.start || at >= best.end);
  return {
    id: best && words[best.start - 1] !== "ve" ? best.id : undefined,
    grouping: others.some(isForm("dest")) ? "set" : others.some(isForm("cut")) ? "pair" : undefined,
  };
}

/** Where a term stands last in a title: its end is 0 when it does not. */
function lastPlaceOf(term: readonly string[], words: readonly string[]): { start: number; end: number } {
  for (let start = words.length - term.length; start >= 0; start -= 1) {
    if (term.every((word, at) => isForm(word)(words[start + at] ?? ""))) return { start, end: start + term.length };
  }
  return { start: -1, end: 0 };
}
