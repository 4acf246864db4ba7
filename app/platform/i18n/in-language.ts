import type { Locale } from "./locales";

let readLocale: () => Locale = () => "az";

/** Says where the browser's messages find the language of the page. */
export function speakAs(read: () => Locale): void {
  readLocale = read;
}

type Inputs = Readonly<Record<string, unknown>>;
type Words = string | ((inputs: Inputs) => string);

/**
 * A message as browsers get it: its words in each language, plain or made of what is put in. The compiler writes a
 * function for each of them (`scripts/short-messages.ts` makes this call of it), which weighed a twentieth of a page.
 */
export function inLanguage(az: Words, en: Words, ru: Words) {
  return (inputs: Inputs = {}, options: { locale?: Locale } = {}): string => {
    const locale = options.locale ?? readLocale();
    const words = locale === "en" ? en : locale === "ru" ? ru : az;
    return typeof words === "string" ? words : words(inputs);
  };
}
