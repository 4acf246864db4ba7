import type { Db } from "~/platform/db/db.server";
import { keptReading } from "~/platform/db/kept-reading.server";
import type { Locale } from "~/platform/i18n/locales";
import { makeHsIndex, type HsEntry, type HsIndex, type HsRow } from "./hs-index";
import { searchWords } from "./search-terms";
import type { HsCodeView } from "./types";
import { partsOf, type Part } from "./vocabulary.server";

/** How long one process trusts the codes that it has read, in milliseconds. */
const FRESH_MS = 30_000;
const MOST_FOUND = 8;

const keptIndex = keptReading(FRESH_MS, async (db): Promise<HsIndex> => {
  const [rows, categories, names] = await Promise.all([
    db
      .selectFrom("hsCodes")
      .select(["code", "description", "labelAz", "labelEn", "labelRu", "isAntique"])
      .orderBy("code")
      .execute(),
    db.selectFrom("categories").select(["id", "hsHints"]).orderBy("position").execute(),
    db.selectFrom("categoryTexts").select(["categoryId", "label"]).execute(),
  ]);
  return makeHsIndex(
    rows,
    categories.map((category) => ({
      ...category,
      names: names.filter(({ categoryId }) => categoryId === category.id).map(({ label }) => label),
    })),
  );
});

type Asked = { locale: Locale; categoryId?: string | undefined };

/**
 * Codes that everyday words in Azerbaijani, English or Russian may mean, misspelt ones too, the likeliest first; digits
 * find the codes that begin with them. Codes that are usual in the category come before others that fit as well.
 */
export async function findHsCodes(db: Db, words: string, { locale, categoryId }: Asked): Promise<HsCodeView[]> {
  const index = await keptIndex.of(db);
  const digits = words.replaceAll(/[\s.]/g, "");
  const found = /^\d{2,6}$/.test(digits)
    ? index.entries.filter(({ row }) => row.code.startsWith(digits))
    : byWords(index, words, index.hints.get(categoryId ?? "") ?? []);
  return found.slice(0, MOST_FOUND).map(({ row }) => viewOf(row, locale));
}

/** Codes under which things of a category usually go. */
export async function usualHsCodes(db: Db, categoryId: string, locale: Locale): Promise<HsCodeView[]> {
  const { entries, hints } = await keptIndex.of(db);
  return (hints.get(categoryId) ?? []).flatMap((code) =>
    entries.filter(({ row }) => row.code === code).map(({ row }) => viewOf(row, locale)),
  );
}

function viewOf({ code, description, labelAz, labelEn, labelRu }: HsRow, locale: Locale): HsCodeView {
  return { code, label: { az: labelAz, en: labelEn, ru: labelRu }[locale], description };
}

/** How much likelier a code is for being usual in the category. */
const USUAL = 1.6;
/** Antiques are rarely sold by those who make things. */
const ANTIQUE = 0.4;
/** "Other articles" is what is left when nothing fits better. */
const OTHER = 0.8;

function byWords({ entries, vocabulary }: HsIndex, words: string, usual: readonly string[]): HsEntry[] {
  const parts = partsOf(searchWords(words), vocabulary).map((part) => ({ part, rarity: rarityOf(part, entries) }));
  return entries
    .map((entry) => {
      const told = parts.map(({ part, rarity }) => rarity * fitOf(part, entry));
      const sum = told.reduce((total, one) => total + one, 0);
      const covered = told.filter((one) => one > 0).length / Math.max(told.length, 1);
      const isOther = entry.row.labelEn.startsWith("Other");
      const likelihood =
        (usual.includes(entry.row.code) ? USUAL : 1) * (entry.row.isAntique ? ANTIQUE : 1) * (isOther ? OTHER : 1);
      return { entry, score: sum * covered * likelihood };
    })
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}

/** A word that few codes have tells more than one of many. */
function rarityOf(part: Part, entries: readonly HsEntry[]): number {
  const having = entries.filter((entry) => fitOf(part, entry) > 0).length;
  return Math.log(1 + entries.length / (having + 1));
}

/** A synonym or a mended word is not quite what was asked for. */
const MEANT = 0.7;

function fitOf({ phrases, isUnfinished }: Part, { terms }: HsEntry): number {
  const fits = phrases.map((phrase, at) => {
    const weights = phrase.map((term) => weightOf(term, terms, isUnfinished && at === 0));
    return Math.min(...weights) * (at === 0 ? 1 : MEANT);
  });
  return Math.max(0, ...fits);
}

/** Fewer letters begin half the words. */
const SHORTEST_BEGINNING = 3;
const BEGUN = 0.5;

function weightOf(term: string, terms: ReadonlyMap<string, number>, isUnfinished: boolean): number {
  const own = terms.get(term) ?? 0;
  if (own > 0 || !isUnfinished || term.length < SHORTEST_BEGINNING) return own;
  const begun = [...terms].filter(([known]) => known.startsWith(term)).map(([, weight]) => weight * BEGUN);
  return Math.max(0, ...begun);
}
