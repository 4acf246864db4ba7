import type { ShopField } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";

/** Parts of a shop as somebody else reads them; its own team is asked for them in the second person. */
export const SHOP_FIELD_NAMES: Readonly<Record<ShopField, () => string>> = {
  making: m["reviews.shopField.making"],
  name: m["sellers.field.name"],
  place: m["reviews.shopField.place"],
  contacts: m["sellers.step.contacts"],
  tagline: m["sellers.field.tagline"],
  story: m["reviews.shopField.story"],
  translations: m["sellers.texts.title"],
  "legal-form": m["sellers.legal.formField"],
  voen: m["sellers.legal.voen"],
  paper: m["sellers.step.paper"],
  bank: m["sellers.step.bank"],
};
