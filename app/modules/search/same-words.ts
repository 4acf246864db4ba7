import { LONGEST_PHRASE, SYNONYMS } from "./synonyms";

/** For a phrase of terms those that find it, too. */
const FINDING: ReadonlyMap<string, readonly string[]> = turnedRound();

/**
 * What else finds a text: the terms and phrases whose synonyms it has. Written into a document, they spare the engine its
 * table of synonyms, which it reads for every word of every question.
 *
 * @param texts terms joined by spaces (`searchTerms`)
 */
export function sameWords(texts: readonly string[]): string[] {
  const found = new Set<string>();
  for (const text of texts) {
    const terms = text.split(" ");
    for (let at = 0; at < terms.length; at += 1) {
      for (let count = 1; count <= LONGEST_PHRASE && at + count <= terms.length; count += 1) {
        for (const phrase of FINDING.get(terms.slice(at, at + count).join(" ")) ?? []) found.add(phrase);
      }
    }
  }
  return [...found];
}

function turnedRound(): Map<string, string[]> {
  const finding = new Map<string, string[]>();
  for (const [phrase, others] of SYNONYMS) {
    for (const other of others) finding.set(other, [...(finding.get(other) ?? []), phrase]);
  }
  return finding;
}
