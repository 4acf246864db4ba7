import { numberFormat } from "~/platform/i18n/formatters";
import type { Locale } from "~/platform/i18n/locales";

const MEGABYTE = 1_000_000;

/** The size of a file as people say it: small ones in kilobytes, and never nothing. */
export function fileSize(byteCount: number, lang: Locale): string {
  const isLarge = byteCount >= MEGABYTE / 10;
  const format = numberFormat(lang, {
    style: "unit",
    unit: isLarge ? "megabyte" : "kilobyte",
    maximumFractionDigits: isLarge ? 1 : 0,
  });
  return format.format(isLarge ? byteCount / MEGABYTE : Math.max(1, byteCount / 1_000));
}
