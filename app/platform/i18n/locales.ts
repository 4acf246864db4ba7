/** Languages of the site, in the order of the menu. BCP 47. */
export const LOCALES = ["az", "en", "ru"] as const;
export type Locale = (typeof LOCALES)[number];

export function isLocale(value: string | undefined): value is Locale {
  return value === "az" || value === "en" || value === "ru";
}

/** The language that a URL says: the first part of a page's path, `lang=` of anything else. */
export function localeOfUrl({ pathname, searchParams }: Pick<URL, "pathname" | "searchParams">): Locale {
  const first = pathname.split("/")[1];
  if (isLocale(first)) return first;
  const asked = searchParams.get("lang") ?? undefined;
  return isLocale(asked) ? asked : "az";
}

/** A text per language; Azerbaijani is the original, the others may be missing. */
export type LocaleTexts<Text> = { az: Text } & Partial<Record<Locale, Text>>;

/** The text in the reader's language, else the original, with the language it is in (for the `lang` attribute). */
export function textIn<Text>(texts: LocaleTexts<Text>, locale: Locale): { text: Text; locale: Locale } {
  const own = texts[locale];
  return own === undefined ? { text: texts.az, locale: "az" } : { text: own, locale };
}
