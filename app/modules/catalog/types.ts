import type { Locale, LocaleTexts } from "~/platform/i18n/locales";

export const LISTING_KINDS = ["good", "service"] as const;
export type ListingKind = (typeof LISTING_KINDS)[number];

export const LISTING_STATUSES = ["draft", "in_review", "changes_requested", "published", "paused", "archived"] as const;
export type ListingStatus = (typeof LISTING_STATUSES)[number];

export const STOCK_POLICIES = ["in_stock", "made_to_order", "one_of_a_kind"] as const;
export type StockPolicy = (typeof STOCK_POLICIES)[number];

export const PRICE_KINDS = ["fixed", "tiers", "on_request"] as const;
export type PriceKind = (typeof PRICE_KINDS)[number];

export const PICTURE_ROLES = ["front", "detail", "setting", "scale", "other"] as const;
export type PictureRole = (typeof PICTURE_ROLES)[number];

/** Price of one unit from `minimumQuantity` on. `amountMinor` is decimal digits of minor units, since JSON has no bigint. */
export type PriceTier = { minimumQuantity: number; amountMinor: string; currency: string };

export type ListingTexts = { title: string; description: string; deliverables?: string; rights?: string };

/** A picture of a published listing. Its files are `/media/<sha256>/<width>.<format>`. */
export type PublishedPicture = {
  mediaId: string;
  sha256: string;
  view: PictureRole;
  /** Pixels of the original. */
  width: number;
  height: number;
  /** `data:` URL of a few hundred bytes, shown until the picture is there. */
  placeholder: string;
  dominantColour: string;
  /** Absent: it shows all of them. */
  variantId?: string;
};

/** Millimetres. */
export type Dimensions = { lengthMm: number; widthMm: number; heightMm: number };

/**
 * What the public sees of a listing: one approved version, frozen in `listing_publications.snapshot`.
 * Stock is not in it: that is live, on variants. Prices are ordered by quantity, the first tier at the highest price.
 */
export type ListingSnapshot = {
  listingId: string;
  version: number;
  sellerId: string;
  slug: string;
  kind: ListingKind;
  categoryId: string;
  techniqueId?: string;
  materialIds: string[];
  fibres: { fibre: string; percent: number }[];
  placeId?: string;
  regionId?: string;
  originCountry?: string;
  hsCode?: string;
  texts: LocaleTexts<ListingTexts>;
  pictures: PublishedPicture[];
  priceKind: PriceKind;
  /** What one unit is: `piece`, `person`, `project`, `1000 characters`… */
  priceUnit: string;
  homeTiers: PriceTier[];
  exportTiers: PriceTier[];
  isOpenToExport: boolean;
  incoterm?: { code: string; place: string };
  stockPolicy?: StockPolicy;
  /** Pieces that can be made in 30 days besides what is in stock. */
  monthlyCapacity?: number;
  minimumOrderQuantity: number;
  leadTimeDays?: number;
  netWeightGrams?: number;
  size?: Dimensions;
  packedWeightGrams?: number;
  packedSize?: Dimensions;
  variants: PublishedVariant[];
  rightsBasis?: "own_design" | "licence" | "traditional_pattern";
  hasFoodContact: boolean;
  isForChildren: boolean;
  restrictedMaterial?: string;
  woodSpecies: string[];
  claimedIndication?: string;
  /** It leaves the country with a certificate of the Ministry of Culture only. */
  needsCulturalCheck: boolean;
  /** Of what was there before its seller offers it; absent: it is new. */
  madeYear?: number;
  heritageElementId?: string;
  service?: {
    deliveryMode?: "remote" | "in_person" | "mixed";
    turnaroundDays?: number;
    revisionsIncluded?: number;
    fileFormats: string[];
    handoverChannel?: string;
    timeZone?: string;
    workingLanguages: string[];
    rightsKind?: "none" | "transfer" | "license" | "nonexclusive";
  };
};

/** A size or colour of a listing. Tiers are there where it costs something else than the listing. */
export type PublishedVariant = {
  variantId: string;
  sku: string;
  names?: LocaleTexts<string>;
  homeTiers?: PriceTier[];
  exportTiers?: PriceTier[];
};

/** How a seller reaches one country, fastest and cheapest options side by side. */
export type DeliveryOption = {
  service: "post" | "courier" | "freight" | "pick_up" | "digital";
  daysMin: number;
  daysMax: number;
  /** Undefined when the zone has no weight table: "ask for freight". */
  currency?: string;
  /** Heaviest parcel in grams; undefined means no limit. */
  maximumGrams?: number;
  /** Goods worth this much go free of charge: minor units of the zone's currency, as digits. */
  freeOverMinor?: string;
  rates: { upToGrams: number; amountMinor: string }[];
};

/** What decides an offer besides the listing: where to, how many, in which currency the reader thinks. */
export type ReaderContext = {
  locale: Locale;
  destination: string;
  currency: string;
  quantity?: number;
  neededBy?: string;
};
