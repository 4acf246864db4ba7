import type { Locale } from "~/platform/i18n/locales";
import type { Delivery, OrderKind } from "../types";

/** Texts below are finished: formatted on the server in the reader's language. */
export type CartLineView = {
  lineId: string;
  listingId: string;
  slug: string;
  sku: string | undefined;
  title: string;
  titleLang: Locale | undefined;
  variant: string | undefined;
  picture: { sha256: string; placeholder: string; alt: string } | undefined;
  quantity: number;
  least: number;
  /** Price of one, with what one is, in the currency that is charged; undefined: on request. */
  unit: string | undefined;
  /** As the seller published it, when that is another currency. */
  listed: string | undefined;
  total: string | undefined;
  ready: string | undefined;
  problem: { text: string; asksSeller: boolean; setsQuantity: number | undefined } | undefined;
};

export type DeliveryChoiceView = { service: Delivery; label: string; days: string; cost: string; isChosen: boolean };

export type CartGroupView = {
  /** Names the group in addresses and forms. */
  key: string;
  sellerId: string;
  kind: OrderKind;
  sellerName: string;
  sellerSlug: string;
  lines: CartLineView[];
  choices: DeliveryChoiceView[];
  problem: string | undefined;
  /** What the seller is to be asked about where the way has no price; the first of them, when they are many. */
  toAsk: { lineId: string; title: string; slug: string; sku: string | undefined; quantity: number }[];
  goods: string;
  shipping: string | undefined;
  /** Undefined while something of it cannot be ordered. */
  total: string | undefined;
  ready: string | undefined;
  /** By when all of it is there by the chosen way, if it were ordered today; undefined of what nobody brings. */
  arrives: string | undefined;
  /** The seller says first whether she takes it; it is paid after that. */
  needsAcceptance: boolean;
  incoterm: { term: string; text: string } | undefined;
};

export type CartView = {
  currency: string;
  currencies: { value: string; label: string }[];
  groups: CartGroupView[];
  gone: { lineId: string; title: string }[];
  lineCount: number;
  /** Of what can be ordered as it is. */
  total: string | undefined;
  /** What is not in the total, with the reasons. */
  leftOut: { key: string; seller: string; why: string[] }[];
  /** Which rate turned published prices into those that are charged. */
  rateNote: string | undefined;
  customs: { text: string; asOf: string; source: { title: string; url: string } } | undefined;
  tax: string;
};
