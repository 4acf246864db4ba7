import things from "~db/reference/listing-words/things.json" with { type: "json" };
import english from "~db/reference/listing-words/en.json" with { type: "json" };
import russian from "~db/reference/listing-words/ru.json" with { type: "json" };
import { searchTerms } from "./search-terms";

/** A code as the table has it. */
export type HsRow = {
  code: string;
  description: string;
  labelAz: string;
  labelEn: string;
  labelRu: string;
  isAntique: boolean;
};

/** A code with the words that it is found by, each with how much it tells. */
export type HsEntry = { row: HsRow; terms: ReadonlyMap<string, number> };

export type HsIndex = {
  entries: readonly HsEntry[];
  vocabulary: ReadonlySet<string>;
  /** Category: codes under which its things usually go, the most usual first. */
  hints: ReadonlyMap<string, readonly string[]>;
};

const LABEL = 3;
/** What goes under a code in everyday words; the law's own text says it only in its own. */
const THING = 3;
const CATEGORY = 0.7;
const DESCRIPTION = 1;

type Category = { id: string; hsHints: readonly string[]; names: readonly string[] };

export function makeHsIndex(rows: readonly HsRow[], categories: readonly Category[]): HsIndex {
  const entries = rows.map((row) => ({ row, terms: termsOf(row, categories) }));
  return {
    entries,
    vocabulary: new Set(entries.flatMap(({ terms }) => [...terms.keys()])),
    hints: new Map(categories.map(({ id, hsHints }) => [id, hsHints])),
  };
}

function termsOf(row: HsRow, categories: readonly Category[]): Map<string, number> {
  const terms = new Map<string, number>();
  const add = (text: string, weight: number) => {
    for (const term of searchTerms(text)) terms.set(term, Math.max(weight, terms.get(term) ?? 0));
  };
  for (const label of [row.labelAz, row.labelEn, row.labelRu]) add(whatItIs(label), LABEL);
  for (const { id, az } of things.things.filter(({ hs }) => hs.includes(row.code))) {
    for (const name of [...az, wordOf(english.things, id), wordOf(russian.things, id)]) add(name, THING);
  }
  for (const { names } of categories.filter(({ hsHints }) => hsHints.includes(row.code))) {
    for (const name of names) add(name, CATEGORY);
  }
  add(whatItIs(row.description), DESCRIPTION);
  return terms;
}

function wordOf(words: Readonly<Record<string, { word: string }>>, id: string): string {
  return words[id]?.word ?? "";
}

/** A text without what it says that the thing is not: "other than of porcelain", "(not knitted or crocheted)". */
function whatItIs(text: string): string {
  return text
    .replaceAll(/\((?:not|excluding|other than)[^)]*\)/gi, " ")
    .replaceAll(/\b(?:other than|excluding|not)\b[^;,()]*/gi, " ");
}
