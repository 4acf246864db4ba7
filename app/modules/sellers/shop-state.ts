import type { Locale } from "~/platform/i18n/locales";
import { SHOP_FIELDS, type ShopField } from "./shop-reasons";
import type { LegalForm, Offering } from "./types";

export type ShopText = { name: string; tagline?: string | undefined; story?: string | undefined };

/** All that staff judge of a shop, as it was at one moment; JSON, kept for as long as the shop is. */
export type ShopState = {
  offering: Offering;
  categoryIds: readonly string[];
  placeId: string;
  texts: { az: ShopText } & Partial<Record<Locale, ShopText>>;
  phone?: string | undefined;
  email?: string | undefined;
  legalForm?: LegalForm | undefined;
  voen?: string | undefined;
  /** Masked: an old account is nobody's business. */
  bankAccount?: string | undefined;
  paperId?: string | undefined;
};

/** What of a state belongs to each field that a reviewer judges. */
const PART_OF: Readonly<Record<ShopField, (state: ShopState) => unknown>> = {
  making: ({ offering, categoryIds }) => [offering, ...categoryIds],
  name: ({ texts }) => texts.az.name,
  place: ({ placeId }) => placeId,
  contacts: ({ phone, email }) => [phone ?? "", email ?? ""],
  tagline: ({ texts }) => texts.az.tagline ?? "",
  story: ({ texts }) => texts.az.story ?? "",
  translations: ({ texts }) =>
    [texts.en, texts.ru].map((text) => [text?.name ?? "", text?.tagline ?? "", text?.story ?? ""]),
  "legal-form": ({ legalForm }) => legalForm ?? "",
  voen: ({ voen }) => voen ?? "",
  paper: ({ paperId }) => paperId ?? "",
  bank: ({ bankAccount }) => bankAccount ?? "",
};

/** Fields of a shop that are not as they were. */
export function changedFields(before: ShopState, after: ShopState): ShopField[] {
  return SHOP_FIELDS.filter(
    (field) => JSON.stringify(PART_OF[field](before)) !== JSON.stringify(PART_OF[field](after)),
  );
}
