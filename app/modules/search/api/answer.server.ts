import { z } from "zod";
import { LISTING_KINDS } from "~/modules/catalog";
import { LOCALES } from "~/platform/i18n/locales";
import { FACET_PARAMETERS } from "../search-url";
import { LISTING_FACETS, PUBLIC_LEVELS, SELLER_FACETS } from "../types";

const amount = z.strictObject({
  amount: z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .meta({ description: "Decimal, exact" }),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .meta({ description: "ISO 4217" }),
});
const days = z.int().min(0).nullable();

const facetValue = z.strictObject({
  value: z.string().meta({ description: "Value of the parameter of the same name" }),
  count: z.int().min(0),
  isChosen: z.boolean(),
});
const facetsOf = <Name extends string>(names: readonly Name[]) =>
  z
    .record(z.enum(names), z.array(facetValue))
    .nullable()
    .meta({ description: "By parameter. Counts of one ignore its own selection. Null when results are simplified" });

/** What every list of hits has beside them. */
const list = {
  total: z.int().min(0).meta({ description: "Size of the whole hit set" }),
  page: z.int().min(1),
  pageCount: z.int().min(0),
  isSimplified: z.boolean().meta({ description: "The search engine is away and the database answers for it" }),
};

export const listingHit = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  url: z.url(),
  kind: z.enum(LISTING_KINDS),
  title: z.string(),
  titleLang: z.enum(LOCALES),
  seller: z.strictObject({ id: z.uuid(), slug: z.string(), name: z.string(), url: z.url() }),
  place: z.string().nullable(),
  price: amount
    .extend({ unit: z.string(), isFrom: z.boolean().meta({ description: "Other quantities cost otherwise" }) })
    .nullable()
    .meta({ description: "One unit, delivered to the country of to as the seller offers it. Null: on request" }),
  approximatePrice: amount.extend({ rateOn: z.iso.date() }).nullable().meta({
    description: "The price in the reader's currency at the Central Bank's rate of that day, when it differs",
  }),
  minimumOrder: z.int().min(1),
  readyDays: days.meta({ description: "Days until the quantity can leave. Null: it cannot be promised" }),
  arrivalDays: days.meta({ description: "Days until it has arrived by the fastest way" }),
  shipsTo: z
    .strictObject({
      country: z.string(),
      service: z.enum(["post", "courier", "freight", "pick_up", "digital"]),
      daysMin: z.int().min(0),
      daysMax: z.int().min(0),
      cost: amount.nullable().meta({ description: "Null: to be asked for, or in the price already" }),
      isIncluded: z.boolean().meta({ description: "The seller pays the carriage: it is in the price" }),
    })
    .nullable()
    .meta({ description: "The cheapest known way to the country of to. Null: the seller does not ship there" }),
  pictures: z.array(z.url()).meta({ description: "JPEG, 640 wide; also as 320, 960, 1280 and .webp, .avif" }),
});

export const listingAnswer = z.strictObject({
  hits: z.array(listingHit),
  ...list,
  inFull: z.int().min(0).meta({ description: "How many of total have every word of q; the others have some of them" }),
  facets: facetsOf(LISTING_FACETS.map((facet) => FACET_PARAMETERS[facet])),
  ignored: z.array(z.string()).meta({ description: "Parameters let go of because nothing matched all of them" }),
});

const source = z.strictObject({ title: z.string(), url: z.url().nullable() });
const said = {
  asOf: z.string().meta({ description: "Of which day the source is, in words" }),
  sources: z.array(source),
};

export const oneListingAnswer = z.strictObject({
  listing: listingHit,
  onTheWay: z
    .strictObject({
      country: z.string().meta({ description: "ISO 3166-1 alpha-2" }),
      papers: z.array(
        z.strictObject({ rule: z.string(), text: z.string().meta({ description: "A paper, label or mark" }), ...said }),
      ),
      leavingAzerbaijan: z
        .strictObject({ how: z.string(), who: z.string(), howLong: z.string(), ...said })
        .nullable()
        .meta({ description: "For what may be national cultural property. Null: nothing of the kind" }),
      guidance: z.string(),
    })
    .nullable()
    .meta({
      description:
        "What this listing needs on its way to the country of to, by its tariff code and materials, whatever its seller has of it: guidance, not legal advice. Null: it goes nowhere abroad, or to is AZ",
    }),
});

export const sellerHit = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  url: z.url(),
  name: z.string(),
  place: z.string(),
  tagline: z.string().nullable(),
  level: z.enum(PUBLIC_LEVELS).nullable(),
  listingCount: z.int().min(0),
  pictures: z.array(z.url()),
});

export const sellerAnswer = z.strictObject({
  hits: z.array(sellerHit),
  ...list,
  facets: facetsOf(SELLER_FACETS),
});

export const suggestionAnswer = z.strictObject({
  suggestions: z.array(
    z.strictObject({
      kind: z.enum(["listing", "seller", "category", "craft", "region"]),
      label: z.string(),
      hint: z.string().optional(),
      href: z.string().meta({ description: "Path on this site" }),
    }),
  ),
});

export type ListingHit = z.infer<typeof listingHit>;
export type ListingAnswer = z.infer<typeof listingAnswer>;
export type OneListingAnswer = z.infer<typeof oneListingAnswer>;
export type SellerAnswer = z.infer<typeof sellerAnswer>;
export type SuggestionAnswer = z.infer<typeof suggestionAnswer>;
