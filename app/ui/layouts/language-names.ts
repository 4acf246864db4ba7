import type { Locale } from "~/platform/i18n/locales";

/** Each language as its speakers write it. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  az: "Azərbaycanca",
  en: "English",
  ru: "Русский",
};
