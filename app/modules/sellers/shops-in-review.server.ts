import type { ReviewReason } from "~/modules/reviews";
import { SHOP_FIELDS, SHOP_REASONS } from "./shop-reasons";

/** The reasons of the reviewer's form: a field without a code is fine as it is. */
export function reasonsOf(form: Readonly<Record<string, unknown>>): ReviewReason[] {
  return SHOP_FIELDS.flatMap((field) => {
    const code = SHOP_REASONS.find((reason) => reason === form[`code-${field}`]);
    const words = form[`words-${field}`];
    if (!code) return [];
    return [{ field, code, ...(typeof words === "string" && words !== "" ? { words } : {}) }];
  });
}
