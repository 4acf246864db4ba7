import synonyms from "~db/reference/synonyms.json" with { type: "json" };
import { searchTerms } from "./word-stems";

/**
 * For a term or a phrase of terms (joined by a space) the others that mean the same, as `searchTerms` makes them.
 * A term that stands in several groups has the others of each.
 */
export const SYNONYMS: ReadonlyMap<string, readonly string[]> = gather();

/** Words of the longest phrase that has synonyms. */
export const LONGEST_PHRASE = Math.max(...[...SYNONYMS.keys()].map((phrase) => phrase.split(" ").length));

function gather(): Map<string, string[]> {
  const others = new Map<string, Set<string>>();
  for (const { az, en, ru } of synonyms.groups) {
    const phrases = new Set([...az, ...en, ...ru].map((term) => searchTerms(term).join(" ")));
    for (const phrase of phrases) {
      const found = others.get(phrase) ?? new Set();
      for (const other of phrases) if (other !== phrase) found.add(other);
      others.set(phrase, found);
    }
  }
  return new Map([...others].filter(([, found]) => found.size > 0).map(([phrase, found]) => [phrase, [...found]]));
}
