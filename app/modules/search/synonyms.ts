import { listHomographs } from "./homographs";
import { searchTerms, searchWords } from "./search-terms";
import { SYNONYM_GROUPS, type GroupKind } from "./synonym-groups";

/**
 * For a term or a phrase of terms (joined by a space) the others that mean the same, as `searchTerms` makes them.
 * A term that stands in several groups has the others of each.
 */
export const SYNONYMS: ReadonlyMap<string, readonly string[]> = gather();

/** Words of the longest phrase that has synonyms. */
export const LONGEST_PHRASE = Math.max(...[...SYNONYMS.keys()].map((phrase) => phrase.split(" ").length));

/** How the single words of the groups are spelt, with their terms. */
export const LISTED_SPELLINGS: ReadonlyMap<string, string> = new Map(
  SYNONYM_GROUPS.flatMap(({ az, en, ru, loose }) => [...az, ...en, ...ru, ...loose])
    .flatMap(searchWords)
    .filter(({ term }) => SYNONYMS.has(term))
    .map(({ spelling, term }) => [spelling, term]),
);

/** Single words of the groups: they are right as they are, even those that have no other word beside them. */
export const LISTED_WORDS: readonly string[] = [
  ...new Set(SYNONYM_GROUPS.flatMap(({ az, en, ru, loose }) => [...az, ...en, ...ru, ...loose].map(phraseOf))),
].filter((phrase) => !phrase.includes(" "));

const things = phrasesOfKind("thing");
const vague = phrasesOfKind("vague");

/** Does this phrase of terms name a thing that is looked for, rather than what it is made of, where, or for whom? */
export function isThing(phrase: string): boolean {
  return things.has(phrase);
}

/** Can this phrase of terms be said of almost anything? */
export function isVague(phrase: string): boolean {
  return vague.has(phrase);
}

function phrasesOfKind(wanted: GroupKind): ReadonlySet<string> {
  const groups = SYNONYM_GROUPS.filter(({ kind }) => kind === wanted);
  return new Set(groups.flatMap(({ az, en, ru, loose }) => [...az, ...en, ...ru, ...loose].map(phraseOf)));
}

/** Terms as the phrases that have synonyms, the rest one by one. */
export function phrasesOf(terms: readonly string[]): string[] {
  const phrases: string[] = [];
  for (let at = 0; at < terms.length;) {
    let count = Math.min(LONGEST_PHRASE, terms.length - at);
    while (count > 1 && !SYNONYMS.has(terms.slice(at, at + count).join(" "))) count -= 1;
    phrases.push(terms.slice(at, at + count).join(" "));
    at += count;
  }
  return phrases;
}

/**
 * A phrase of several words as the one word that means the same, where there is one: the engine finds the words of a
 * phrase anywhere and with slips, a serving tray by a "service" and a "trailer".
 */
export function asOneWord(phrase: string): string {
  if (!phrase.includes(" ")) return phrase;
  const same = (SYNONYMS.get(phrase) ?? []).find(
    (other) => !other.includes(" ") && (SYNONYMS.get(other) ?? []).includes(phrase),
  );
  return same ?? phrase;
}

/** Each part of a text costs questions of its own; nobody means more than so many. */
export const MOST_PARTS = 10;

/** The parts of a text of which some may be missing: its phrases, or the words of its only one. */
export function separable(terms: readonly string[]): string[] {
  const phrases = phrasesOf(terms);
  return (phrases.length > 1 ? phrases : [...terms]).slice(0, MOST_PARTS);
}

function phraseOf(term: string): string {
  return searchTerms(term).join(" ");
}

function gather(): Map<string, string[]> {
  const others = new Map<string, Set<string>>();
  const add = (phrase: string, found: Iterable<string>) => {
    const known = others.get(phrase) ?? new Set();
    for (const other of found) if (other !== phrase) known.add(other);
    others.set(phrase, known);
  };
  const byId = new Map(SYNONYM_GROUPS.map((group) => [group.id, group]));
  for (const { az, en, ru, loose, broader, uses } of SYNONYM_GROUPS) {
    const phrases = new Set([...az, ...en, ...ru].map(phraseOf));
    for (const phrase of [...phrases, ...loose.map(phraseOf)]) add(phrase, phrases);
    const wider = [...broader, ...uses].map((id) => byId.get(id)).filter((group) => group !== undefined);
    for (const term of wider.flatMap((group) => [...group.az, ...group.en, ...group.ru])) add(phraseOf(term), phrases);
  }
  for (const [skeleton, terms] of listHomographs()) {
    add(skeleton, terms);
    for (const term of terms) add(term, [skeleton]);
  }
  return new Map([...others].filter(([, found]) => found.size > 0).map(([phrase, found]) => [phrase, [...found]]));
}
