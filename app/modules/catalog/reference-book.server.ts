import { z } from "zod";
import type { Db } from "~/platform/db/db.server";
import { keptReading } from "~/platform/db/kept-reading.server";
import { textIn, type Locale, type LocaleTexts } from "~/platform/i18n/locales";

type Names = LocaleTexts<string>;

export type CategoryEntry = { id: string; parentId: string | undefined; kind: "good" | "service"; names: Names };
/** What a parcel of low value costs at the border. `asOf` is a calendar day, undefined where the source bears none. */
export type CustomsRule = {
  notes: Readonly<Record<Locale, string>>;
  asOf: string | undefined;
  source: { title: string; url: string };
};

export type MarketEntry = { id: string; names: Names; customs: CustomsRule | undefined };

/** Names of everything that listings refer to. Small and the same for everybody. */
export type ReferenceBook = {
  /** In the order of the tree: a parent before its children. */
  categories: ReadonlyMap<string, CategoryEntry>;
  regions: ReadonlyMap<string, Names>;
  places: ReadonlyMap<string, { regionId: string; names: Names }>;
  techniques: ReadonlyMap<string, Names>;
  materials: ReadonlyMap<string, Names>;
  heritage: ReadonlyMap<string, { names: Names; inscribedYear: number }>;
  incoterms: ReadonlyMap<string, { names: Names; mainCarriage: string }>;
  markets: ReadonlyMap<string, MarketEntry>;
  /** Countries that goods may be sent to, in the order of the menu, with the market whose rules hold there. */
  destinations: ReadonlyMap<string, string | undefined>;
};

/** How long one process trusts what it has read, in milliseconds. */
const FRESH_MS = 30_000;

const keptBook = keptReading(FRESH_MS, readBook);

export function referenceBook(db: Db): Promise<ReferenceBook> {
  return db.isTransaction ? keptBook.within(db) : keptBook.of(db);
}

/** A name that begins a heading: names of crafts are written small in a sentence. */
export function headingIn(names: Names | undefined, locale: Locale): string {
  const name = nameIn(names, locale);
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

export function nameIn(names: Names | undefined, locale: Locale): string {
  return names === undefined ? "" : textIn(names, locale).text;
}

type NamedRow = { id: string; locale: string; name: string };

function gather(rows: readonly NamedRow[]): Map<string, Names> {
  const found = new Map<string, Partial<Record<Locale, string>>>();
  for (const { id, locale, name } of rows) {
    const names = found.get(id) ?? {};
    found.set(id, { ...names, [locale]: name });
  }
  return new Map([...found].map(([id, names]) => [id, { ...names, az: names.az ?? names.en ?? id }]));
}

async function readBook(db: Db): Promise<ReferenceBook> {
  const [categories, labels, regions, placeRows, places, techniques, materials, elements, elementNames] =
    await Promise.all([
      db.selectFrom("categories").select(["id", "parentId", "kind"]).orderBy("position").execute(),
      db.selectFrom("categoryTexts").select(["categoryId as id", "locale", "label as name"]).execute(),
      db
        .selectFrom("regionTexts")
        .innerJoin("regions", "regions.id", "regionId")
        .select(["regionId as id", "locale", "name"])
        .orderBy("regions.position")
        .execute(),
      db.selectFrom("places").select(["id", "regionId"]).execute(),
      db.selectFrom("placeTexts").select(["placeId as id", "locale", "name"]).execute(),
      db.selectFrom("techniqueTexts").select(["techniqueId as id", "locale", "name"]).execute(),
      db.selectFrom("materialTexts").select(["materialId as id", "locale", "name"]).execute(),
      db.selectFrom("heritageElements").select(["id", "inscribedYear"]).execute(),
      db.selectFrom("heritageElementTexts").select(["heritageElementId as id", "locale", "name"]).execute(),
    ]);
  const [incoterms, markets, marketNames, destinations] = await Promise.all([
    db.selectFrom("incoterms").select(["code", "nameAz", "nameEn", "nameRu", "mainCarriage"]).execute(),
    db.selectFrom("markets").select(["id", "details"]).orderBy("position").execute(),
    db.selectFrom("marketTexts").select(["marketId as id", "locale", "name"]).execute(),
    db.selectFrom("destinations").select(["country", "marketId"]).orderBy("position").execute(),
  ]);

  const categoryNames = gather(labels);
  const placeNames = gather(places);
  const heritageNames = gather(elementNames);
  const marketTexts = gather(marketNames);
  const named = (names: ReadonlyMap<string, Names>, id: string): Names => names.get(id) ?? { az: id };
  return {
    categories: new Map(
      categories.map((row) => [
        row.id,
        {
          id: row.id,
          parentId: row.parentId ?? undefined,
          kind: row.kind === "service" ? "service" : "good",
          names: named(categoryNames, row.id),
        },
      ]),
    ),
    regions: gather(regions),
    places: new Map(placeRows.map((row) => [row.id, { regionId: row.regionId, names: named(placeNames, row.id) }])),
    techniques: gather(techniques),
    materials: gather(materials),
    heritage: new Map(
      elements.map((row) => [row.id, { names: named(heritageNames, row.id), inscribedYear: row.inscribedYear }]),
    ),
    incoterms: new Map(
      incoterms.map((row) => [
        row.code,
        { names: { az: row.nameAz, en: row.nameEn, ru: row.nameRu }, mainCarriage: row.mainCarriage },
      ]),
    ),
    markets: new Map(
      markets.map((row) => [
        row.id,
        { id: row.id, names: named(marketTexts, row.id), customs: customsOf(row.details) },
      ]),
    ),
    destinations: new Map(destinations.map((row) => [row.country, row.marketId ?? undefined])),
  };
}

const customsRule = z.object({
  de_minimis: z.object({
    note: z.string().min(1),
    note_az: z.string().min(1),
    note_ru: z.string().min(1),
    as_of: z.string(),
    source_title: z.string(),
    source_url: z.url(),
  }),
});

/** The low-value rule of a market, as `db/reference/markets.json` words it. */
function customsOf(details: unknown): CustomsRule | undefined {
  const parsed = customsRule.safeParse(details);
  if (!parsed.success) return undefined;
  const { note, note_az, note_ru, as_of, source_title, source_url } = parsed.data.de_minimis;
  return {
    notes: { az: note_az, en: note, ru: note_ru },
    asOf: /^\d{4}-\d{2}-\d{2}$/.test(as_of) ? as_of : undefined,
    source: { title: source_title, url: source_url },
  };
}

/** A category and all below it. */
export function withDescendants(book: ReferenceBook, categoryId: string): string[] {
  const children = [...book.categories.values()].filter((category) => category.parentId === categoryId);
  return [categoryId, ...children.flatMap((child) => withDescendants(book, child.id))];
}

/** Whether listings of this kind may be in a category: only the ends of the tree hold any. */
export function isListingCategory({ categories }: ReferenceBook, categoryId: string, kind: string): boolean {
  const isLeaf = ![...categories.values()].some(({ parentId }) => parentId === categoryId);
  return isLeaf && categories.get(categoryId)?.kind === kind;
}
