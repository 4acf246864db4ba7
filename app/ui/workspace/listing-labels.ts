import type {
  ListingDeed,
  ListingField,
  ListingPage,
  ListingReason,
  ListingStatus,
  ListingTask,
  PublishNeed,
} from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";

export const PAGE_NAMES: Readonly<Record<ListingPage, () => string>> = {
  about: m["catalog.part.about"],
  pictures: m["catalog.part.pictures"],
  price: m["catalog.part.price"],
  stock: m["catalog.part.stock"],
  conditions: m["catalog.part.conditions"],
  export: m["catalog.part.export"],
  en: m["catalog.part.en"],
  ru: m["catalog.part.ru"],
};

export const LISTING_STATUS_NAMES: Readonly<Record<ListingStatus, () => string>> = {
  draft: m["catalog.status.draft"],
  in_review: m["catalog.status.inReview"],
  changes_requested: m["catalog.status.changesRequested"],
  published: m["catalog.status.published"],
  paused: m["catalog.status.paused"],
  archived: m["catalog.status.archived"],
};

export const NEED_NAMES: Readonly<Record<PublishNeed, () => string>> = {
  picture: m["catalog.need.picture"],
  title: m["catalog.need.title"],
  price: m["catalog.need.price"],
  stock: m["catalog.need.stock"],
};

export const TASK_NAMES: Readonly<Record<ListingTask, { what: () => string; why: () => string }>> = {
  description: { what: m["catalog.task.description"], why: m["catalog.task.descriptionWhy"] },
  "more-pictures": { what: m["catalog.task.pictures"], why: m["catalog.task.picturesWhy"] },
  materials: { what: m["catalog.task.materials"], why: m["catalog.task.materialsWhy"] },
  "hs-code": { what: m["catalog.task.hsCode"], why: m["catalog.task.hsCodeWhy"] },
  weight: { what: m["catalog.task.weight"], why: m["catalog.task.weightWhy"] },
  size: { what: m["catalog.task.size"], why: m["catalog.task.sizeWhy"] },
  "packed-size": { what: m["catalog.task.packedSize"], why: m["catalog.task.packedSizeWhy"] },
  "export-price": { what: m["catalog.task.exportPrice"], why: m["catalog.task.exportPriceWhy"] },
  incoterm: { what: m["catalog.task.incoterm"], why: m["catalog.task.incotermWhy"] },
  "rights-basis": { what: m["catalog.task.rightsBasis"], why: m["catalog.task.rightsBasisWhy"] },
  capacity: { what: m["catalog.task.capacity"], why: m["catalog.task.capacityWhy"] },
  english: { what: m["catalog.task.english"], why: m["catalog.task.englishWhy"] },
  russian: { what: m["catalog.task.russian"], why: m["catalog.task.russianWhy"] },
  deliverables: { what: m["catalog.task.deliverables"], why: m["catalog.task.deliverablesWhy"] },
};

export const DEED_NAMES: Readonly<Record<ListingDeed, () => string>> = {
  submit: m["catalog.deed.submit"],
  withdraw: m["catalog.deed.withdraw"],
  pause: m["catalog.deed.pause"],
  resume: m["catalog.deed.resume"],
  archive: m["catalog.deed.archive"],
  restore: m["catalog.deed.restore"],
};

export const LISTING_FIELD_NAMES: Readonly<Record<ListingField, () => string>> = {
  title: m["catalog.fieldName.title"],
  description: m["catalog.fieldName.description"],
  category: m["catalog.fieldName.category"],
  pictures: m["catalog.fieldName.pictures"],
  materials: m["catalog.fieldName.materials"],
  origin: m["catalog.fieldName.origin"],
  price: m["catalog.fieldName.price"],
  "hs-code": m["catalog.fieldName.hsCode"],
  rights: m["catalog.fieldName.rights"],
  translations: m["catalog.fieldName.translations"],
};

export const LISTING_REASON_NAMES: Readonly<Record<ListingReason, () => string>> = {
  incomplete: m["catalog.reason.incomplete"],
  unclear: m["catalog.reason.unclear"],
  "not-true": m["catalog.reason.notTrue"],
  "not-handmade": m["catalog.reason.notHandmade"],
  copied: m["catalog.reason.copied"],
  improper: m["catalog.reason.improper"],
  "wrong-place": m["catalog.reason.wrongPlace"],
};
