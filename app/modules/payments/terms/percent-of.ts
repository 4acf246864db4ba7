import type { Locale } from "~/platform/i18n/locales";

/** Basis points as people write them: 750 is `7.5%`. */
export function percentOf(basisPoints: number, lang: Locale): string {
  return new Intl.NumberFormat(lang, { style: "percent", maximumFractionDigits: 2 }).format(basisPoints / 10_000);
}
