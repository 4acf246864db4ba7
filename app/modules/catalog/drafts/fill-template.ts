import type { CountForms, Template } from "./listing-words";
import type { DraftFacts, DraftLocale, DraftTexts } from "./draft-facts";

/** What fills the slots of a template; an unknown slot takes its alternative with it. */
export type Slots = Readonly<Record<string, string | undefined>>;

/** How a language speaks of a listing. */
export type Voice = {
  /** What a sentence begins with: the thing's name in the first one, a pronoun or nothing after. */
  first: string;
  after: string;
  /** Prepositions to whose noun a place would belong: "on paper from Baku". It then stands after a comma. */
  binding: RegExp;
};

const SLOT = /\{(\w+)(\?)?\}/g;

/** The longest title that a card shows in full. */
export const LONGEST_TITLE = 90;

/** In this order facts leave a title that has become too long; the description keeps them. */
const LEAVES_FIRST = ["from", "tail", "technique", "materialTail", "material", "grouping"];

/** A title and a description from a template; where no sentence has all its facts, the title is the description. */
export function fillTemplate({ titles, sentences }: Template, slots: Slots, voice: Voice): DraftTexts {
  const title = capital(shortTitle(titles, slots, voice));
  const said: string[] = [];
  for (const alternatives of sentences) {
    const isNamed = said.some((sentence) => sentence.startsWith(capital(voice.first)));
    const sentence = firstFilled(alternatives, { ...slots, subject: isNamed ? voice.after : voice.first });
    if (sentence !== undefined) said.push(capital(sentence));
  }
  return { title, description: said.length > 0 ? said.join(" ") : `${title}.` };
}

function shortTitle(titles: readonly string[], slots: Slots, voice: Voice): string {
  const left: Record<string, string | undefined> = { ...slots };
  for (const leaving of ["", ...LEAVES_FIRST]) {
    left[leaving] = undefined;
    const title = titleOf(titles, left, voice);
    if (title.length <= LONGEST_TITLE) return title;
  }
  return slots.noun ?? "";
}

function titleOf(titles: readonly string[], slots: Slots, { binding }: Voice): string {
  const title = firstFilled(titles, { ...slots, from: slots.from && FROM }) ?? "";
  return title.replace(` ${FROM}`, binding.test(title) ? `, ${slots.place ?? ""}` : ` ${slots.from ?? ""}`);
}

/** Stands for the place until the rest of the title is known. */
const FROM = "\u0000";

function firstFilled(alternatives: readonly string[], slots: Slots): string | undefined {
  for (const pattern of alternatives) {
    const isKnown = [...pattern.matchAll(SLOT)].every(
      ([, name = "", isOptional]) => isOptional || slots[name] !== undefined,
    );
    if (isKnown) return tidy(pattern.replaceAll(SLOT, (_, name: string) => slots[name] ?? ""));
  }
  return undefined;
}

/** Without the gaps that missing facts leave. */
function tidy(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ (?=[,.])/g, "")
    .trim();
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Length, width and, unless the thing is flat, height in centimetres: `42 × 29.7`. */
export function sizeInCentimetres(size: DraftFacts["size"], locale: DraftLocale): string | undefined {
  if (!size) return undefined;
  const { lengthMm, widthMm, heightMm } = size;
  const isFlat = heightMm === undefined || heightMm * FLAT_RATIO <= Math.min(lengthMm, widthMm);
  const number = new Intl.NumberFormat(locale === "en" ? "en-GB" : "ru", { maximumFractionDigits: 1 });
  return [lengthMm, widthMm, ...(isFlat ? [] : [heightMm])].map((mm) => number.format(mm / 10)).join(" × ");
}

/** A carpet's pile or the thickness of paper is no third measure. */
const FLAT_RATIO = 20;

export function counted(count: number | undefined, forms: CountForms, locale: DraftLocale): string | undefined {
  if (!count) return undefined;
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
  return form?.replace("{n}", String(count));
}

/** British English has no comma before "and". */
export function listed(words: readonly string[], locale: DraftLocale): string | undefined {
  if (words.length === 0) return undefined;
  return new Intl.ListFormat(locale === "en" ? "en-GB" : "ru", { type: "conjunction" }).format(words);
}

/** Stands for "no file" among the formats of a service. */
const NO_FILE = "in person";

/** What is said of a service in the same way in both languages. */
export function serviceSlots(
  { service, placeId }: DraftFacts,
  words: { modes: Record<"remote" | "in_person" | "mixed", string>; counts: Record<"days" | "revisions", CountForms> },
  locale: DraftLocale,
): Slots {
  const mode = service?.deliveryMode;
  const names = new Intl.DisplayNames(locale === "en" ? "en-GB" : "ru", { type: "language" });
  return {
    mode: mode && words.modes[mode],
    online: mode === "remote" ? words.modes.remote : undefined,
    // What is done at a distance has no place that the buyer comes to.
    hasVenue: placeId !== undefined && mode !== "remote" ? "" : undefined,
    days: counted(service?.turnaroundDays, words.counts.days, locale),
    revisions: counted(service?.revisionsIncluded, words.counts.revisions, locale),
    formats: listed(service?.fileFormats.filter((format) => format !== NO_FILE) ?? [], locale),
    languages: listed(service?.workingLanguages.map((language) => names.of(language) ?? language) ?? [], locale),
  };
}
