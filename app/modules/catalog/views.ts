import type { Locale } from "~/platform/i18n/locales";

/** Texts below are finished: formatted on the server in the reader's language, so that the browser formats nothing. */
export type PictureOfListing = { sha256: string; placeholder: string; alt: string };

/** A price as it is shown. `approximate` is the same in the reader's currency, with the day of the rate. */
export type PriceText = {
  text: string;
  approximate: string | undefined;
};

export type ListingCardView = {
  listingId: string;
  slug: string;
  title: string;
  /** Language of the title when it is not the page's. */
  titleLang: Locale | undefined;
  sellerName: string;
  placeName: string;
  picture: PictureOfListing | undefined;
  /** Undefined: on request. */
  price: PriceText | undefined;
  /** "€14 from 40 pieces", when no quantity was asked and more of them cost less each. */
  bulk: string | undefined;
  unit: string;
  minimumOrder: string | undefined;
  delivery: string;
  canArrive: boolean;
  /** "40 pieces: ready by 14 February", when a quantity was asked. */
  ready: string | undefined;
  level: "ready" | "exporting" | undefined;
  isFeatured: boolean;
};

export type FactRow = { label: string; value: string; note?: string };

export type ListingPageView = {
  listingId: string;
  slug: string;
  kind: "good" | "service";
  title: string;
  description: string;
  textLang: Locale | undefined;
  pictures: PictureOfListing[];
  category: { id: string; label: string; parent: { id: string; label: string } | undefined };
  craft: { id: string; label: string } | undefined;
  place: string | undefined;
  region: { id: string; label: string } | undefined;
  heritage: string | undefined;
  offer: OfferView;
  /** Sizes or colours; empty where there is nothing to choose. */
  variants: VariantView[];
  facts: FactRow[];
  tradeFacts: FactRow[];
  deliverables: string | undefined;
  rights: string | undefined;
  seller: SellerBlockView;
  canBeSampled: boolean;
};

export type VariantView = {
  sku: string;
  name: string;
  /** Language of the name when it is not the page's. */
  lang: Locale | undefined;
  /** Of one piece when so many are taken as were asked for; undefined: on request. */
  price: string | undefined;
  stock: string | undefined;
  isChosen: boolean;
};

export type OfferView = {
  quantity: number;
  /** The reader named a number of pieces. */
  isAsked: boolean;
  quantityLabel: string;
  unit: string;
  price:
    | (PriceText & {
        /** "40 pieces: €560". */ total: PriceText;
        rateNote: string | undefined;
        /** Where it holds, when that is not the reader's country. */ place: string | undefined;
      })
    | undefined;
  tiers: { range: string; text: string; approximate: string | undefined; isApplied: boolean }[];
  minimumOrder: string | undefined;
  wasRaised: boolean;
  stock: string | undefined;
  /** When the quantity is ready, or that the seller has to be asked. */
  ready: string | undefined;
  isReadyKnown: boolean;
  arrives: string | undefined;
  shipping: { name: string; days: string; cost: string; approximate: string | undefined }[];
  /** What the Incoterm leaves to the buyer, in words. */
  incoterm:
    | { term: string; text: string; /** What carriage that is charged beside it is for. */ extra: string | undefined }
    | undefined;
  customs: { text: string; asOf: string; source: { title: string; url: string } } | undefined;
  /** Why it does not get there. */
  refusal: string | undefined;
};

export type SellerBlockView = {
  slug: string;
  name: string;
  place: string;
  level: "ready" | "exporting" | undefined;
  badges: { label: string; checkedOn: string; validUntil: string }[];
  languages: string;
  replyTime: string | undefined;
  email: string | undefined;
  phone: string | undefined;
  website: string | undefined;
};

/** What of a seller's readiness is public. */
export type ReadinessView = {
  level: "ready" | "exporting" | undefined;
  meaning: string | undefined;
  asOf: string | undefined;
  badges: SellerBlockView["badges"];
};

/** A shop that is closed, or soon will be. */
export type ClosureView = { text: string; note: string | undefined };
