import {
  afterClosure,
  HOME_COUNTRY,
  LONGEST_CAPACITY_MONTHS,
  readyInDays,
  transitDays,
  type DeliveryOption,
  type ListingSnapshot,
  type Supply,
} from "~/modules/catalog";
import { LOCALES, type LocaleTexts } from "~/platform/i18n/locales";
import { convert, money, type RateTable } from "~/platform/money";
import { phrasesOf, SYNONYMS } from "./synonyms";
import { PUBLIC_LEVELS } from "./types";
import { searchTerms } from "./search-terms";

/** What a listing is found by; everything that a filter, a facet or an order needs is in it. */
export type ListingDocument = {
  id: string;
  /**
   * Terms (`searchTerms`), one string per language; the order of these six is their weight. First what the title and
   * the category, technique or material both say: what the listing is, not only what it speaks of.
   */
  keyWords: string[];
  titleWords: string[];
  craftWords: string[];
  placeWords: string[];
  sellerWords: string[];
  textWords: string[];
  /** The category and all above it. */
  category: string[];
  kind: string;
  technique?: string;
  material: string[];
  region?: string;
  level?: string;
  shipsTo: string[];
  canExportTo: string[];
  seller: string;
  levelRank: number;
  /** When it was first published, milliseconds since 1970. */
  freshAt: number;
  /** Last resort of every order: the first 52 bits of the id, so that both engines agree. */
  tie: number;
  /** Price of one unit at the minimum order. */
  home?: number;
  export?: { amountMinor: number; currency: string };
  /** The export price in minor units of the manat at the rate of the day, for sorting only. */
  exportOrder?: number;
  minimumOrder: number;
  /** Days until the minimum order can leave. */
  readyDays?: number;
  isMadeToOrder: boolean;
  /** Pieces that can be given from stock, then after 1, 2 … 12 months of capacity; without it, the stock and the first batch. */
  supply: number[];
  /** Country: days until the minimum order has arrived. */
  soonestDays: Record<string, number>;
  /** Country: days until a piece in stock has arrived. */
  stockDays: Record<string, number>;
  /** Country: days until the first made piece has arrived, were it packed and sent at once. */
  madeDays: Record<string, number>;
};

type Names = LocaleTexts<string> | undefined;

/** What a document is made from, read from PostgreSQL in one go. */
export type ListingSource = {
  snapshot: ListingSnapshot;
  supply: Supply;
  level: string | undefined;
  firstPublishedAt: Date;
  sellerNames: string[];
  /** Ways to each country. */
  routes: ReadonlyMap<string, readonly DeliveryOption[]>;
  /** Countries of the markets whose mandatory rules the seller fulfils. */
  fulfilledCountries: ReadonlySet<string>;
  /** The category and all above it, nearest first. */
  categoryPath: readonly { id: string; names: Names }[];
  technique: Names;
  materials: readonly Names[];
  place: Names;
  region: Names;
  heritage: Names;
  rates: RateTable;
};

const LEVELS = ["exploring", "preparing", "ready", "exporting"];

/** Place of a readiness level in the order of hits: 0 without one, 4 for the highest. */
export function levelRank(level: string | undefined): number {
  return level === undefined ? 0 : LEVELS.indexOf(level) + 1;
}

/** The level as a facet's value: only those that are named in public. */
export function publicLevelOf(level: string | undefined): string | undefined {
  return PUBLIC_LEVELS.find((named) => named === level);
}

/** Number that orders documents as their ids do; two ids that agree in 52 bits are not expected in any catalogue. */
export function tieOf(id: string): number {
  return Number.parseInt(id.replaceAll("-", "").slice(0, 13), 16);
}

export function listingDocument(source: ListingSource): ListingDocument {
  const { snapshot, supply, level } = source;
  const texts = LOCALES.map((locale) => snapshot.texts[locale]);
  const transit = transitByCountry(source);
  const countries = [...transit.keys()];
  const ready = readyInDays(supply, snapshot.minimumOrderQuantity);
  const prices = pricesOf(snapshot, source.rates);
  const craftWords = labelWords([
    ...source.categoryPath.map(({ names }) => withoutExamples(names)),
    source.technique,
    ...source.materials,
  ]);
  const titleWords = texts.flatMap((text) => wordsOf(text?.title));
  const days = (before: number | undefined) =>
    before === undefined ? {} : Object.fromEntries([...transit].map(([country, way]) => [country, before + way]));
  return {
    id: snapshot.listingId,
    keyWords: confirmedWords(titleWords, craftWords),
    titleWords,
    craftWords,
    placeWords: labelWords([source.place, source.region]),
    sellerWords: [...new Set(source.sellerNames.flatMap(wordsOf))],
    textWords: [
      ...texts.flatMap((text) => wordsOf([text?.description, text?.deliverables].filter(Boolean).join(" "))),
      ...labelWords([source.heritage]),
    ],
    category: source.categoryPath.map(({ id }) => id),
    kind: snapshot.kind,
    material: snapshot.materialIds,
    shipsTo: countries,
    canExportTo: countries.filter((country) => source.fulfilledCountries.has(country)),
    seller: snapshot.sellerId,
    levelRank: levelRank(level),
    freshAt: source.firstPublishedAt.getTime(),
    tie: tieOf(snapshot.listingId),
    minimumOrder: snapshot.minimumOrderQuantity,
    isMadeToOrder: snapshot.stockPolicy === "made_to_order",
    supply: supplyByMonth(supply),
    soonestDays: days(ready),
    stockDays: days(afterClosure(supply.dispatchDays, supply.away)),
    // Months of capacity are added to it, and they reach past an announced closure: never sooner than the page says.
    madeDays: days(supply.leadTimeDays + (supply.away?.days ?? 0)),
    ...prices,
    ...(snapshot.techniqueId === undefined ? {} : { technique: snapshot.techniqueId }),
    ...(snapshot.regionId === undefined ? {} : { region: snapshot.regionId }),
    ...(publicLevelOf(level) === undefined ? {} : { level: publicLevelOf(level) }),
    ...(ready === undefined ? {} : { readyDays: ready }),
  };
}

/** Days to each country that something usable reaches. Abroad only what is open to export goes. */
function transitByCountry({ snapshot, routes }: ListingSource): Map<string, number> {
  const found = new Map<string, number>();
  for (const [country, options] of routes) {
    if (country !== HOME_COUNTRY && !snapshot.isOpenToExport) continue;
    const days = transitDays(options, snapshot);
    if (days !== undefined) found.set(country, days);
  }
  return found;
}

function supplyByMonth({ stockQuantity, monthlyCapacity, firstBatch }: Supply): number[] {
  if (monthlyCapacity <= 0) return firstBatch > 0 ? [stockQuantity, stockQuantity + firstBatch] : [stockQuantity];
  return Array.from({ length: LONGEST_CAPACITY_MONTHS + 1 }, (_, month) => stockQuantity + monthlyCapacity * month);
}

/** A tier's price counts when the minimum order reaches it, as on the card. */
function pricesOf(
  snapshot: ListingSnapshot,
  rates: RateTable,
): Pick<ListingDocument, "home" | "export" | "exportOrder"> {
  if (snapshot.priceKind === "on_request") return {};
  const home = tierAt(snapshot.homeTiers, snapshot.minimumOrderQuantity);
  const abroad = snapshot.isOpenToExport ? tierAt(snapshot.exportTiers, snapshot.minimumOrderQuantity) : undefined;
  const order = abroad && convert(money(BigInt(abroad.amountMinor), abroad.currency), "AZN", rates);
  return {
    ...(home ? { home: Number(home.amountMinor) } : {}),
    ...(abroad ? { export: { amountMinor: Number(abroad.amountMinor), currency: abroad.currency } } : {}),
    ...(order ? { exportOrder: Number(order.amountMinor) } : {}),
  };
}

function tierAt(
  tiers: ListingSnapshot["homeTiers"],
  quantity: number,
): ListingSnapshot["homeTiers"][number] | undefined {
  const rising = tiers.toSorted((a, b) => a.minimumQuantity - b.minimumQuantity);
  return rising.findLast((tier) => tier.minimumQuantity <= quantity) ?? rising[0];
}

/** Names of categories without what stands in brackets: examples, of which a listing is one at most. */
function withoutExamples(names: Names): Names {
  if (!names) return undefined;
  const entries = Object.entries(names).map(([locale, name]) => [locale, name.replaceAll(/\s*\([^)]*\)/g, "")]);
  // The keys are those of the names.
  return Object.fromEntries(entries) as Names;
}

/** The phrases of titles that the labels say, too, in these or in other words. */
function confirmedWords(titleWords: readonly string[], craftWords: readonly string[]): string[] {
  const said = new Set(craftWords.flatMap((words) => words.split(" ")));
  const isSaid = (phrase: string) => phrase.split(" ").every((term) => said.has(term));
  return titleWords
    .map((words) =>
      phrasesOf(words.split(" "))
        .filter((phrase) => isSaid(phrase) || (SYNONYMS.get(phrase) ?? []).some(isSaid))
        .join(" "),
    )
    .filter((words) => words !== "");
}

export function wordsOf(text: string | undefined): string[] {
  const words = text === undefined ? "" : searchTerms(text).join(" ");
  return words === "" ? [] : [words];
}

/** The names in all languages, each text once. */
export function labelWords(names: readonly Names[]): string[] {
  return [...new Set(names.flatMap((name) => LOCALES.flatMap((locale) => wordsOf(name?.[locale]))))];
}
