import { sql } from "kysely";
import { nameIn, referenceBook, type ReferenceBook } from "~/modules/catalog/index.server";
import type { Db } from "~/platform/db/db.server";
import { LOCALES, textIn, type Locale, type LocaleTexts } from "~/platform/i18n/locales";
import { currentEngine } from "./current-engine.server";
import { foldText } from "./folding";
import { answered, type SearchOptions } from "./search.server";
import type { Suggestion } from "./types";

/** Fewer letters fit half the catalogue. */
const SHORTEST_TEXT = 2;
const MOST_LISTINGS = 5;
const MOST_SELLERS = 2;
const MOST_WORDS = 3;

/**
 * What a reader who has typed so much may mean: categories, crafts and regions by name, then listings, then sellers.
 * One request to the engine for two short lists, no facets.
 */
export async function suggest(
  db: Db,
  { text, locale }: { text: string; locale: Locale },
  { engine = currentEngine() }: Pick<SearchOptions, "engine"> = {},
): Promise<Suggestion[]> {
  if (foldText(text).length < SHORTEST_TEXT) return [];
  const [book, names] = await Promise.all([
    referenceBook(db),
    answered(db, engine, (index) => index.suggestNames(text, MOST_LISTINGS)),
  ]);
  const [listings, sellers] = await namesOf(db, names.listingIds, names.sellerIds.slice(0, MOST_SELLERS), locale);
  return [...namedThings(book, text, locale), ...listings, ...sellers];
}

type Thing = {
  kind: Suggestion["kind"];
  target: string;
  names: LocaleTexts<string>;
  /** Folded, each word after a space; by language and all together. */
  folded: Partial<Record<Locale, string>>;
};

/** Folding every name anew for each letter that is typed would cost more than asking the engine. */
const thingsOfBook = new WeakMap<ReferenceBook, readonly Thing[]>();

function thingsIn(book: ReferenceBook): readonly Thing[] {
  const known = thingsOfBook.get(book);
  if (known) return known;
  const thing = (kind: Thing["kind"], target: string, names: LocaleTexts<string>): Thing => {
    const folded: Thing["folded"] = {};
    for (const locale of LOCALES) {
      const name = names[locale];
      if (name !== undefined) folded[locale] = ` ${foldText(name)}`;
    }
    return { kind, target, names, folded };
  };
  const things = [
    ...[...book.categories.values()].map(({ id, names }) => thing("category", id, names)),
    ...[...book.techniques].map(([id, names]) => thing("craft", id, names)),
    ...[...book.regions].map(([id, names]) => thing("region", id, names)),
  ];
  thingsOfBook.set(book, things);
  return things;
}

/** Categories, crafts and regions of which a word begins as the text does; those in the reader's language first. */
function namedThings(book: ReferenceBook, text: string, locale: Locale): Suggestion[] {
  const typed = ` ${foldText(text)}`;
  return thingsIn(book)
    .map((thing) => ({ thing, isOwn: thing.folded[textIn(thing.names, locale).locale]?.includes(typed) ?? false }))
    .filter(({ thing, isOwn }) => isOwn || LOCALES.some((other) => thing.folded[other]?.includes(typed)))
    .toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn))
    .slice(0, MOST_WORDS)
    .map(({ thing: { kind, target, names } }) => ({ kind, target, label: nameIn(names, locale), hint: undefined }));
}

type Named = { id: string; slug: string; label: string; hint: string | null };

async function namesOf(
  db: Db,
  listingIds: readonly string[],
  sellerIds: readonly string[],
  locale: Locale,
): Promise<[Suggestion[], Suggestion[]]> {
  if (listingIds.length + sellerIds.length === 0) return [[], []];
  const { rows } = await sql<Named>`
    select listing_publications.listing_id as id, card ->> 'slug' as slug,
      coalesce(card -> 'titles' ->> ${locale}::text, card -> 'titles' ->> 'az') as label,
      (select name from seller_texts where seller_id = listings.seller_id
        order by locale = ${locale} desc, locale = 'az' desc limit 1) as hint
    from listing_publications
    join listings on listings.id = listing_id and listings.status = 'published'
    join sellers on sellers.id = listings.seller_id and sellers.status = 'approved'
    where is_current and listing_id = any(${[...listingIds]}::uuid[])
    union all
    select seller_id, slug,
      (select name from seller_texts where seller_id = seller_slugs.seller_id
        order by locale = ${locale} desc, locale = 'az' desc limit 1), null
    from seller_slugs
    join sellers on sellers.id = seller_id and sellers.status = 'approved'
    where is_current and seller_id = any(${[...sellerIds]}::uuid[])`.execute(db);
  const found = new Map(rows.map((row) => [row.id, row]));
  const list = (kind: Suggestion["kind"], ids: readonly string[]): Suggestion[] =>
    ids.flatMap((id) => {
      const row = found.get(id);
      return row ? [{ kind, target: row.slug, label: row.label, hint: row.hint ?? undefined }] : [];
    });
  return [list("listing", listingIds), list("seller", sellerIds)];
}
