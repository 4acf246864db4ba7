import { m } from "~/paraglide/messages.js";
import { percentOf } from "~/platform/i18n/formatters";
import type { Locale } from "~/platform/i18n/locales";
import type { Terms } from "../types";

/** On what terms a seller is paid, as her page and her letter say it; of deposits only where a share of them is released. */
export function termsTexts(
  { commissionBasisPoints, holdDays, depositReleaseBasisPoints }: Terms,
  locale: Locale,
): string[] {
  const commission = percentOf(commissionBasisPoints, locale);
  const share = percentOf(depositReleaseBasisPoints, locale);
  return [
    m["payments.payout.termsText"]({ commission, days: holdDays }, { locale }),
    ...(depositReleaseBasisPoints > 0 ? [m["payments.payout.termsDeposit"]({ share }, { locale })] : []),
  ];
}
