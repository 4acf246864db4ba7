import { z } from "zod";
import { LISTING_KINDS } from "~/modules/catalog";
import { LOCALES } from "~/platform/i18n/locales";
import { READER_CURRENCIES } from "~/platform/i18n/reader";
import { LONGEST_SEARCH_TEXT } from "../search-url";
import { LISTING_SORTS, PUBLIC_LEVELS } from "../types";

const id = z.string().regex(/^[\w-]{1,64}$/, "An id is letters, digits, - and _");
const country = z.string().regex(/^[A-Z]{2}$/, "A country is two capital letters");
const amount = z.string().regex(/^\d{1,15}([.,]\d{1,3})?$/, "An amount is digits with at most three decimals");
const ticked = z.enum(["1"]);
const MOST_VALUES = 50;

const anyOf = <Value extends z.ZodType>(value: Value, description: string) =>
  z.array(value).max(MOST_VALUES).optional().meta({ description });
const whole = (lowest: number, highest: number, description: string) =>
  z.int().min(lowest).max(highest).optional().meta({ description });

const words = z
  .string()
  .max(LONGEST_SEARCH_TEXT)
  .optional()
  .meta({ description: "Words to search for, in any of the three languages and spellings" });
const page = whole(1, 100_000, "Page of hits, a whole number from 1");

/** Where the reader is: the same as on the pages, with the language as a parameter. */
const readerQuery = {
  lang: z.enum(LOCALES).optional().meta({ description: "Language of texts: az (default), en or ru" }),
  to: country.optional().meta({ description: "Country to deliver to, ISO 3166-1 alpha-2, such as DE" }),
  cur: z.enum(READER_CURRENCIES).optional().meta({ description: "Currency of price limits and approximate prices" }),
};

export const listingQuery = z.strictObject({
  q: words,
  ...readerQuery,
  category: anyOf(id, "Ids of categories; one counts with everything below it"),
  kind: anyOf(z.enum(LISTING_KINDS), "good or service"),
  technique: anyOf(id, "Ids of craft techniques"),
  material: anyOf(id, "Ids of materials"),
  region: anyOf(id, "Ids of regions of origin"),
  level: anyOf(z.enum(PUBLIC_LEVELS), "The seller's export-readiness: ready or exporting"),
  ships: anyOf(country, "Countries that the seller ships to"),
  canexport: anyOf(country, "Countries whose mandatory rules the seller fulfils"),
  seller: anyOf(id, "Ids of sellers"),
  min: amount.optional().meta({ description: "Lowest price of one unit, in the currency of cur or of the country" }),
  max: amount.optional().meta({ description: "Highest price of one unit, in the currency of cur or of the country" }),
  qty: whole(1, 1_000_000, "Pieces wanted, a whole number from 1"),
  by: z.iso
    .date()
    .optional()
    .meta({ description: "Day by which the goods must have arrived, such as 2027-01-31, in the years 2000 to 2199" }),
  moq: whole(1, 1_000_000, "Highest minimum order that suits, a whole number from 1"),
  lead: whole(0, 730, "Most days until the minimum order is ready, from 0 to 730"),
  made: ticked.optional().meta({ description: "1: only what is made to order" }),
  here: ticked.optional().meta({ description: "1: only what is shipped to the country of to" }),
  sort: z
    .enum(LISTING_SORTS)
    .optional()
    .meta({ description: `Order of the hits: ${LISTING_SORTS.join(", ")}` }),
  page,
});

export const sellerQuery = z.strictObject({
  q: words,
  ...readerQuery,
  category: anyOf(id, "Ids of categories that the seller works in"),
  region: anyOf(id, "Ids of regions"),
  level: anyOf(z.enum(PUBLIC_LEVELS), "Export-readiness: ready or exporting"),
  language: anyOf(id, "Languages that the seller answers in, such as de"),
  market: anyOf(id, "Ids of markets whose mandatory rules the seller fulfils"),
  ready: ticked.optional().meta({ description: "1: only export-ready and exporting sellers" }),
  page,
});

export const oneListingQuery = z.strictObject({
  ...readerQuery,
  qty: whole(1, 1_000_000, "Pieces wanted, a whole number from 1"),
});

export const suggestionQuery = z.strictObject({ q: words, ...readerQuery });

/** The parameters that narrow or reorder a search, and do not only say where the reader is or how many are wanted. */
export const NARROWING_PARAMETERS: readonly string[] = [
  ...new Set([...Object.keys(listingQuery.shape), ...Object.keys(sellerQuery.shape)]),
].filter((name) => !["lang", "to", "cur", "qty", "page"].includes(name));
