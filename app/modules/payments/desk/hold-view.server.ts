import { m } from "~/paraglide/messages.js";
import { dateFormat } from "~/platform/i18n/formatters";
import type { Locale } from "~/platform/i18n/locales";
import type { Hold } from "../holds/holds.server";
import { HOLD_WORDS } from "../words";

/** What holds money, in words: by which rule, why, of which order, and until when; without a day it is until it is lifted. */
export type HoldView = { rule: string; reason: string; order: string | undefined; until: string | undefined };

export function holdView({ rule, reason, orderReference, until }: Hold, lang: Locale): HoldView {
  return {
    rule: HOLD_WORDS[rule](),
    reason: reason ?? m["payments.payout.bankReason"](),
    order: orderReference,
    until: until && dateFormat(lang, { dateStyle: "medium", timeZone: "Asia/Baku" }).format(until),
  };
}
