import { lowerCase, spellingOf } from "./folding";
import { senseOf } from "./homographs";
import { stemOf } from "./word-stems";

/** Words that say nothing about what is looked for, as they are written; a query of nothing else keeps them. */
const EMPTY_WORDS = new Set(
  [
    ...["və", "ve", "ilə", "ile", "üçün", "ucun", "bir", "bu", "ki", "olan", "həm", "da", "də"],
    ...["a", "an", "the", "and", "or", "for", "of", "with", "in", "on", "to", "from", "by", "at", "is", "as"],
    ...["и", "в", "во", "на", "с", "со", "из", "для", "от", "по", "к", "у", "о", "об", "или", "под", "не", "это"],
  ].map(dotted),
);

/** One letter for i and ı: small letters made of plain capitals have the wrong one of the two. */
function dotted(word: string): string {
  return word.replaceAll("ı", "i");
}

const WORD = /[\p{L}\p{M}\p{N}'’ʼ]+/gu;

/**
 * The words of a text as they are indexed and searched for: without empty words, cut to stems, folded.
 * A word with a hyphen or a dash counts as several.
 */
export function searchTerms(text: string): string[] {
  return tellingWords(text)
    .map(termOf)
    .filter((term) => term !== "");
}

/** A word that is searched for: its term, and how it was spelt, by which a misspelt one is recognised. */
export type SearchWord = { term: string; spelling: string };

/** As `searchTerms`, with what is needed to mend a misspelt word. */
export function searchWords(text: string): SearchWord[] {
  return tellingWords(text)
    .map((word) => ({ term: termOf(word), spelling: spellingOf(word) }))
    .filter(({ term }) => term !== "");
}

function tellingWords(text: string): string[] {
  const words = lowerCase(text).match(WORD) ?? [];
  const telling = words.filter((word) => !EMPTY_WORDS.has(dotted(word)));
  return telling.length > 0 ? telling : words;
}

/** Terms that this process has found; a catalogue has few words and says them often. */
const found = new Map<string, string>();
const MOST_KEPT = 50_000;

/** One lower-case word as it is indexed. */
export function termOf(word: string): string {
  const kept = found.get(word);
  if (kept !== undefined) return kept;
  if (found.size >= MOST_KEPT) found.clear();
  const term = senseOf(stemOf(word));
  found.set(word, term);
  return term;
}
