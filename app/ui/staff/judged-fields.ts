import { LISTING_FIELDS, listingReasonsFor } from "~/modules/catalog";
import { reasonsFor, type ShopConfirmation, type ShopField } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { LISTING_FIELD_NAMES, LISTING_REASON_NAMES } from "~/ui/workspace/listing-labels";
import { REASON_NAMES } from "~/ui/workspace/shop-labels";
import type { Confirmation, JudgedField } from "./decide-item";
import { SHOP_FIELD_NAMES } from "./shop-field-names";

/** Fields of a shop, in the reader's language. */
export function shopJudged(fields: readonly ShopField[]): JudgedField[] {
  return fields.map((field) => ({
    field,
    label: SHOP_FIELD_NAMES[field](),
    reasons: reasonsFor(field).map((value) => ({ value, label: REASON_NAMES[value]() })),
  }));
}

/** Fields of a listing, in the reader's language. */
export function listingJudged(): JudgedField[] {
  return LISTING_FIELDS.map((field) => ({
    field,
    label: LISTING_FIELD_NAMES[field](),
    reasons: listingReasonsFor(field).map((value) => ({ value, label: LISTING_REASON_NAMES[value]() })),
  }));
}

/** What is ticked to approve a shop without papers. */
export function shopConfirmation(): Confirmation {
  const name: ShopConfirmation = "paperless";
  return { name, label: m["reviews.item.paperless"]() };
}
