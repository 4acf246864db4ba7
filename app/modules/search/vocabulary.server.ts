import type { Db } from "~/platform/db/db.server";
import { keptReading } from "~/platform/db/kept-reading.server";
import type { SearchWord } from "./search-terms";
import { LISTED_SPELLINGS, LONGEST_PHRASE, SYNONYMS } from "./synonyms";

/** How long one process trusts the words that it has read, in milliseconds. */
const FRESH_MS = 30_000;
/** Corrections offered for one misspelt word. */
const MOST_CORRECTIONS = 8;

const keptWords = keptReading(FRESH_MS, async (db): Promise<ReadonlySet<string>> => {
  const rows = await db.selectFrom("searchWords").select("word").execute();
  return new Set(rows.map(({ word }) => word));
});

/** Every folded word of the documents. */
export function knownVocabulary(db: Db): Promise<ReadonlySet<string>> {
  return keptWords.of(db);
}

/** What stands for one or several words of a query: any of these phrases. The last word may be unfinished. */
export type Part = { phrases: string[][]; isUnfinished: boolean };

/**
 * What a query means in the words of the documents: its phrases with their synonyms, two words that are written as one
 * and one that is written as two, and corrections of words that no document has.
 */
export function partsOf(words: readonly SearchWord[], vocabulary: ReadonlySet<string>): Part[] {
  const parts: Part[] = [];
  const terms = words.map(({ term }) => term);
  for (let at = 0; at < terms.length;) {
    const count = phraseLength(terms, at, vocabulary);
    const isLast = at + count === terms.length;
    const own = terms.slice(at, at + count);
    const joined = own.join("");
    const compound = count > 1 && vocabulary.has(joined) ? [[joined]] : [];
    const only = count === 1 ? words[at] : undefined;
    const others = only && isMisspelt(only.term, isLast, vocabulary) ? meant(only, vocabulary) : [];
    parts.push({
      phrases: [own, ...compound, ...synonymsOf(own.join(" ")), ...others],
      isUnfinished: isLast && count === 1,
    });
    at += count;
  }
  return parts;
}

/**
 * The terms of words, each misspelt one replaced by what is surely meant, which then has its synonyms. Where the nearest
 * words mean different things, it stays as it is.
 */
export function mended(words: readonly SearchWord[], vocabulary: ReadonlySet<string>): string[] {
  return words.map((word, at) => {
    if (!isMisspelt(word.term, at === words.length - 1, vocabulary)) return word.term;
    const near = nearest(word, vocabulary);
    const listed = near.filter((known) => SYNONYMS.has(known));
    const [first, ...others] = listed.length > 0 ? listed : near;
    const isSure = first !== undefined && others.every((other) => SYNONYMS.get(first)?.includes(other));
    return isSure ? first : word.term;
  });
}

/** Does no document have this word, nor one that it may be the beginning of? */
function isMisspelt(term: string, isUnfinished: boolean, vocabulary: ReadonlySet<string>): boolean {
  if (vocabulary.has(term) || SYNONYMS.has(term)) return false;
  return !(isUnfinished && begins(term, vocabulary));
}

/** What a misspelt word may mean: two words, or those that are nearest with their synonyms. */
function meant(word: SearchWord, vocabulary: ReadonlySet<string>): string[][] {
  const corrected = nearest(word, vocabulary).slice(0, MOST_CORRECTIONS);
  const alone = corrected.map((known) => [known]);
  return [...splits(word.term, vocabulary), ...alone, ...corrected.flatMap(synonymsOf)];
}

function synonymsOf(phrase: string): string[][] {
  return (SYNONYMS.get(phrase) ?? []).map((other) => other.split(" "));
}

function phraseLength(terms: readonly string[], at: number, vocabulary: ReadonlySet<string>): number {
  for (let count = Math.min(LONGEST_PHRASE, terms.length - at); count > 1; count -= 1) {
    const words = terms.slice(at, at + count);
    if (SYNONYMS.has(words.join(" ")) || (count === 2 && vocabulary.has(words.join("")))) return count;
  }
  return 1;
}

function begins(word: string, vocabulary: ReadonlySet<string>): boolean {
  for (const known of vocabulary) if (known.startsWith(word)) return true;
  return false;
}

const SHORTEST_HALF = 3;

function splits(word: string, vocabulary: ReadonlySet<string>): string[][] {
  const found: string[][] = [];
  for (let at = SHORTEST_HALF; at <= word.length - SHORTEST_HALF; at += 1) {
    const halves = [word.slice(0, at), word.slice(at)];
    if (halves.every((half) => vocabulary.has(half))) found.push(halves);
  }
  return found;
}

/** Slips that are forgiven by length, as in the engine: one from four letters on, two from eight. */
function slipsAllowed(word: string): number {
  if (/\d/.test(word) || word.length < 4) return 0;
  return word.length < 7 ? 1 : 2;
}

/**
 * The terms that the fewest slips lead to, of the crafts and of the documents. Of the former it is known how they are
 * spelt, and a word that is spelt alike is rather meant than one whose stem is alike.
 */
function nearest(word: SearchWord, vocabulary: ReadonlySet<string>): string[] {
  const asked = nearestIn.get(vocabulary) ?? new Map<string, string[]>();
  nearestIn.set(vocabulary, asked);
  const key = `${word.term} ${word.spelling}`;
  const found = asked.get(key) ?? findNearest(word, vocabulary);
  if (asked.size < MOST_KEPT) asked.set(key, found);
  return found;
}

/** One search asks for the same words several times, and each time would look at every word that there is. */
const nearestIn = new WeakMap<ReadonlySet<string>, Map<string, string[]>>();
const MOST_KEPT = 5_000;

function findNearest({ term, spelling }: SearchWord, vocabulary: ReadonlySet<string>): string[] {
  const found = new Map<string, number>();
  const note = (known: string, slips: number) => found.set(known, Math.min(slips, found.get(known) ?? slips));
  const compare = (given: string, known: string, meaning: string, handicap: number) => {
    const allowed = slipsAllowed(given);
    if (Math.abs(known.length - given.length) > allowed) return;
    const slips = slipsBetween(given, known, allowed);
    if (slips <= allowed) note(meaning, slips + handicap);
  };
  for (const [listed, meaning] of LISTED_SPELLINGS) compare(spelling, listed, meaning, 0);
  for (const known of vocabulary) compare(term, known, known, 0.5);
  const fewest = Math.min(...found.values());
  return [...found].flatMap(([known, slips]) => (slips === fewest ? [known] : [])).toSorted();
}

/**
 * Letters left out, put in, changed or exchanged with their neighbour; a wrong first letter counts twice.
 *
 * @returns more than `allowed` as soon as that is certain
 */
export function slipsBetween(one: string, other: string, allowed: number): number {
  const first = one[0] === other[0] ? 0 : 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let slips = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const isExchanged = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isExchanged) slips = Math.min(slips, (before[j - 2] ?? 0) + 1);
      row.push(slips);
    }
    if (Math.min(...row) > allowed) return allowed + 1;
    before = last;
    last = row;
  }
  return (last[other.length] ?? 0) + first;
}
