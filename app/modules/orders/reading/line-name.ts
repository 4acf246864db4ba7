import { textIn, type Locale, type LocaleTexts } from "~/platform/i18n/locales";

/** What was ordered, with its variant where it has one. */
export function lineName(titles: LocaleTexts<string>, variants: LocaleTexts<string> | null, lang: Locale): string {
  const title = textIn(titles, lang).text;
  return variants ? `${title}, ${textIn(variants, lang).text}` : title;
}
