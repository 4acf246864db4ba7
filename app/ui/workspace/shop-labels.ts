import type { Offering, SellerStatus, ShopField, ShopReason, ShopStep } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";

export const STEP_NAMES: Readonly<Record<ShopStep, () => string>> = {
  making: m["sellers.step.making"],
  place: m["sellers.step.place"],
  contacts: m["sellers.step.contacts"],
  story: m["sellers.step.story"],
  pictures: m["sellers.step.pictures"],
  legal: m["sellers.step.legal"],
  paper: m["sellers.step.paper"],
  bank: m["sellers.step.bank"],
};

export const STATUS_NAMES: Readonly<Record<SellerStatus, () => string>> = {
  draft: m["sellers.status.draft"],
  submitted: m["sellers.status.submitted"],
  changes_requested: m["sellers.status.changesRequested"],
  approved: m["sellers.status.approved"],
  suspended: m["sellers.status.suspended"],
};

export const OFFERING_NAMES: Readonly<Record<Offering, () => string>> = {
  goods: m["sellers.offering.goods"],
  services: m["sellers.offering.services"],
  both: m["sellers.offering.both"],
};

export const FIELD_NAMES: Readonly<Record<ShopField, () => string>> = {
  making: m["sellers.field.making"],
  name: m["sellers.field.name"],
  place: m["sellers.field.place"],
  contacts: m["sellers.step.contacts"],
  tagline: m["sellers.field.tagline"],
  story: m["sellers.field.story"],
  translations: m["sellers.texts.title"],
  "legal-form": m["sellers.legal.formField"],
  voen: m["sellers.legal.voen"],
  paper: m["sellers.step.paper"],
  bank: m["sellers.step.bank"],
};

export const REASON_NAMES: Readonly<Record<ShopReason, () => string>> = {
  incomplete: m["sellers.reason.incomplete"],
  unclear: m["sellers.reason.unclear"],
  "not-true": m["sellers.reason.notTrue"],
  improper: m["sellers.reason.improper"],
  "does-not-match": m["sellers.reason.doesNotMatch"],
  "unreadable-paper": m["sellers.reason.unreadablePaper"],
};
