import cities from "~db/reference/cities.json" with { type: "json" };
import { lowerCase } from "../folding";
import { plainWord, wordSet } from "./plain-word";
import type { Token } from "./tokens";

/** A country with its names in the languages of the site, as `Intl.DisplayNames` gives them. */
export type NamedCountry = { country: string; az: string; en: string; ru: string };

/**
 * What a form of a name says by itself: only which place ("name", also in Azerbaijani), whereto or where. `whose` is the
 * Russian genitive of "для Германии".
 */
export type NameForm = "name" | "to" | "at" | "whose" | "azerbaijaniTo" | "azerbaijaniAt";

export type Place = {
  country: string;
  forms: ReadonlySet<NameForm>;
  isCity: boolean;
  /** The name means something else too: less is taken for the place then. */
  also: "person" | "word" | undefined;
};

export type FoundPlace = Place & { from: number; count: number };

/** Every form of every name, as plain words with hyphens as spaces. */
export type PlaceNames = ReadonlyMap<string, Place>;

type Names = { en: readonly string[]; ru: readonly string[]; az: readonly string[] };

/** What people write for countries that `Intl` names in full or in another way. */
const OTHER_NAMES: Readonly<Record<string, Partial<Names>>> = {
  AE: { en: ["UAE", "Emirates"], ru: ["Объединённые Арабские Эмираты", "Эмираты"], az: ["BƏƏ"] },
  AT: { en: ["Österreich"] },
  CH: { en: ["Schweiz"] },
  CN: { ru: ["КНР"] },
  CZ: { en: ["Czech Republic"], az: ["Çex Respublikası"] },
  DE: { en: ["Deutschland"] },
  ES: { en: ["España"] },
  GB: {
    en: ["UK", "Britain", "Great Britain", "England", "Scotland"],
    ru: ["Англия", "Британия", "Шотландия"],
    az: ["Böyük Britaniya", "İngiltərə"],
  },
  IT: { en: ["Italia"] },
  KR: { en: ["Korea"], ru: ["Корея", "Южная Корея"], az: ["Koreya"] },
  NL: { en: ["Holland"], ru: ["Голландия"], az: ["Hollandiya"] },
  PL: { en: ["Polska"] },
  SA: { az: ["Səudiyyə"] },
  TR: { en: ["Turkey", "Turkiye"] },
  US: {
    en: ["US", "U.S", "USA", "America"],
    ru: ["США", "Америка", "Соединённые Штаты Америки"],
    az: ["ABŞ", "Amerika", "Birləşmiş Ştatlar"],
  },
};

/** Country names that are also words: china cups, a turkey platter, a gift for us. */
const WORDS_TOO = wordSet("china turkey us");
const MOST_WORDS = 4;

/** The forms of the names of these countries and of their big cities (`db/reference/cities.json`). */
export function placeNames(countries: readonly NamedCountry[]): PlaceNames {
  const found = new Map<string, Place & { forms: Set<NameForm> }>();
  const add = (name: string, form: NameForm, place: Omit<Place, "forms">) => {
    const key = plainWord(name).replaceAll(/[-\s]+/gu, " ");
    const also = WORDS_TOO.has(key) ? "word" : place.also;
    const known = found.get(key) ?? { ...place, also, forms: new Set<NameForm>() };
    // Valletta may not take a form from somewhere else.
    if (known.country === place.country) found.set(key, { ...known, forms: known.forms.add(form) });
  };
  const addAll = ({ en, ru, az }: Names, place: Omit<Place, "forms">) => {
    for (const name of en) add(name, "name", place);
    for (const name of ru) {
      add(name, "name", place);
      for (const [form, inflected] of russianForms(name)) add(inflected, form, place);
    }
    for (const name of az) add(name, "name", place);
    for (const name of [...az, ...en.filter((own) => !az.includes(own) && !isAbbreviation(own))]) {
      for (const [form, inflected] of azerbaijaniForms(name)) add(inflected, form, place);
    }
  };
  for (const { country, az, en, ru } of countries) {
    const other = OTHER_NAMES[country];
    const names = { en: [en, ...(other?.en ?? [])], ru: [ru, ...(other?.ru ?? [])], az: [az, ...(other?.az ?? [])] };
    addAll(names, { country, isCity: false, also: undefined });
  }
  const known = new Set(countries.map(({ country }) => country));
  for (const city of cities.cities.filter(({ country }) => known.has(country))) {
    const also = city.also === "person" || city.also === "word" ? city.also : undefined;
    addAll(city, { country: city.country, isCity: true, also });
  }
  return found;
}

/** The place whose name begins with this word, the longest that does. */
export function placeAt(tokens: readonly Token[], at: number, names: PlaceNames): FoundPlace | undefined {
  const found: FoundPlace[] = [];
  let name = "";
  for (let count = 1; count <= MOST_WORDS; count += 1) {
    const token = tokens[at + count - 1];
    if (!token || token.isGlued) break;
    // Azerbaijani sets the case of a foreign name off: Hamburg-a, ABŞ-da.
    const word = token.plain.replace(/-(?=(?:ya|ye|a|e|na|ne|da|de)$)/, "").replaceAll("-", " ");
    name = `${name} ${word}`.trim();
    const place = names.get(name);
    if (place) found.push({ ...place, from: at, count });
    if (token.endsPart) break;
  }
  return found.at(-1);
}

/** Where to (в Германию), where (в Германии) and whose (для Германии). Too many forms of a name hurt nobody. */
function russianForms(name: string): [NameForm, string][] {
  const words = name.split(" ");
  const inflected = (endings: (word: string) => string[]) =>
    words.reduce<string[]>((all, word) => {
      const forms = endings(word);
      return all.length === 0 ? forms : all.flatMap((before) => forms.map((form) => `${before} ${form}`));
    }, []);
  return [
    ...inflected(russianTo).map((form): [NameForm, string] => ["to", form]),
    ...inflected(russianAt).map((form): [NameForm, string] => ["at", form]),
    ...inflected(russianOf).map((form): [NameForm, string] => ["whose", form]),
  ];
}

/** First fitting ending of a word with what stands for it. */
type Endings = readonly (readonly [ending: RegExp, ...instead: string[]])[];

function inflectedBy(endings: Endings) {
  return (word: string): string[] => {
    const [ending, ...instead] = endings.find(([pattern]) => pattern.test(word)) ?? [/$/, ""];
    return instead.map((own) => word.replace(ending, own));
  };
}

/** Names that no case changes: Токио, Дели, США. */
const FIXED = /(?:[оэу]|[А-Я]|Дели|Даби|Баку|Тбилиси|Батуми|Хельсинки|Алматы|Мумбаи|Майами|Мэри)$/u;

const russianTo = inflectedBy([
  [FIXED, "$&"],
  [/ая$/u, "ую"],
  [/я$/u, "ю"],
  [/а$/u, "у"],
]);
const russianAt = inflectedBy([
  [FIXED, "$&"],
  [/ая$/u, "ой"],
  [/[иы]е$/u, "ых"],
  [/ия$/u, "ии"],
  [/[ая]$/u, "е"],
  [/нь$/u, "ни", "не"],
  [/сь$/u, "си"],
  [/[ьй]$/u, "е"],
  [/[ыи]$/u, "ах"],
  [/(?<=[^аеёиоуыэюя])$/u, "е"],
]);
const russianOf = inflectedBy([
  [FIXED, "$&"],
  [/ая$/u, "ой"],
  [/[иы]е$/u, "ых"],
  [/ия$/u, "ии"],
  [/(?<=[гкхжшчщ])а$/u, "и"],
  [/а$/u, "ы"],
  [/я$/u, "и"],
  [/[нс]ь$/u, "ни", "си"],
  [/[ьй]$/u, "я"],
  [/ы$/u, "ов", ""],
  [/и$/u, "", "ов"],
  [/(?<=[^аеёиоуыэюя])$/u, "а"],
]);

/** Almaniyaya, İraqa, Türkiyəyə; Almaniyada. A possessive compound takes n (Ştatlarına), what ends in q softens it. */
function azerbaijaniForms(name: string): [NameForm, string][] {
  const isBack = /[aıouáó][^aeəıioöuüáóé]*$/.test(lowerCase(name));
  // An abbreviation is read letter by letter, so both are heard: ABŞ-a, ABŞ-ya.
  const vowels = isAbbreviation(name) ? ["a", "ə"] : [isBack ? "a" : "ə"];
  const stem = name.replace(/lıq$/, "lığ");
  const endsInVowel = /[aeəıioöuü]$/.test(lowerCase(name));
  return vowels.flatMap((vowel): [NameForm, string][] => [
    ...(endsInVowel ? [] : [["azerbaijaniTo", stem + vowel] as [NameForm, string]]),
    ...(endsInVowel || vowels.length > 1
      ? (["y", "n"].map((link) => ["azerbaijaniTo", name + link + vowel]) as [NameForm, string][])
      : []),
    ["azerbaijaniAt", `${name}d${vowel}`],
    ["azerbaijaniAt", `${name}nd${vowel}`],
  ]);
}

function isAbbreviation(name: string): boolean {
  return /^[\p{Lu}.]{2,4}$/u.test(name);
}
