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
  const text = format.format(isLarge ? byteCount / MEGABYTE : Math.max(1, byteCount / 1_000));
  // Browsers that have no tables for Azerbaijani write it as in English.
  return lang === "az" ? text.replace(".", ",") : text;
}
