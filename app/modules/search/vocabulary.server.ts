import type { Db } from "~/platform/db/db.server";
import { LONGEST_PHRASE, SYNONYMS } from "./synonyms";

/** How long one process trusts the words that it has read, in milliseconds. */
const FRESH_MS = 60_000;
/** Corrections offered for one misspelt word. */
const MOST_CORRECTIONS = 8;

let kept: { db: Db; readAt: number; words: Promise<ReadonlySet<string>> } | undefined;

/** Every folded word of the documents, at most a minute old. */
export function knownVocabulary(db: Db): Promise<ReadonlySet<string>> {
  const now = performance.now();
  if (kept && kept.db === db && now - kept.readAt < FRESH_MS) return kept.words;
  const words = db
    .selectFrom("searchWords")
    .select("word")
    .execute()
    .then((rows) => new Set(rows.map(({ word }) => word)));
  kept = { db, readAt: now, words };
  words.catch(() => {
    kept = undefined;
  });
  return words;
}

/** What stands for one or several words of a query: any of these phrases. The last word may be unfinished. */
export type Part = { phrases: string[][]; isUnfinished: boolean };

/**
 * What a query means in the words of the documents: its phrases with their synonyms, two words that are written as one
 * and one that is written as two, and corrections of words that no document has.
 */
export function partsOf(terms: readonly string[], vocabulary: ReadonlySet<string>): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < terms.length;) {
    const isLast = (count: number) => at + count === terms.length;
    const count = phraseLength(terms, at, vocabulary);
    const words = terms.slice(at, at + count);
    const phrase = words.join(" ");
    const joined = words.join("");
    const synonyms = (SYNONYMS.get(phrase) ?? []).map((other) => other.split(" "));
    const compound = count > 1 && vocabulary.has(joined) ? [[joined]] : [];
    const word = count === 1 ? words[0] : undefined;
    const isStrange = word !== undefined && !vocabulary.has(word) && synonyms.length === 0;
    const isBegun = isStrange && isLast(count) && begins(word, vocabulary);
    const others = isStrange && !isBegun ? [...splits(word, vocabulary), ...corrections(word, vocabulary)] : [];
    parts.push({
      phrases: [[...words], ...compound, ...synonyms, ...others],
      isUnfinished: isLast(count) && count === 1,
    });
    at += count;
  }
  return parts;
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
  return word.length < 8 ? 1 : 2;
}

function corrections(word: string, vocabulary: ReadonlySet<string>): string[][] {
  const allowed = slipsAllowed(word);
  if (allowed === 0) return [];
  const found: { known: string; slips: number }[] = [];
  for (const known of vocabulary) {
    if (Math.abs(known.length - word.length) > allowed) continue;
    const slips = slipsBetween(word, known, allowed);
    if (slips <= allowed) found.push({ known, slips });
  }
  const fewest = Math.min(...found.map(({ slips }) => slips));
  return found
    .filter(({ slips }) => slips === fewest)
    .map(({ known }) => known)
    .toSorted()
    .slice(0, MOST_CORRECTIONS)
    .map((known) => [known]);
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
