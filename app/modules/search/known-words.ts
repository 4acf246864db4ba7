import materials from "~db/reference/materials.json" with { type: "json" };
import regions from "~db/reference/regions.json" with { type: "json" };
import techniques from "~db/reference/techniques.json" with { type: "json" };
import { foldText, lowerCase } from "./folding";
import { SYNONYM_GROUPS } from "./synonym-groups";

/** A skeleton shorter than this is too easily met by chance. */
const SHORTEST_KNOWN = 3;

const known = new Set(
  [
    ...SYNONYM_GROUPS.flatMap(({ az, en, ru, kind }) => (kind === "place" ? [...az, ...en, ...ru] : az)),
    ...[...materials.materials, ...techniques.techniques].flatMap(({ name }) => name.az.split(" ")),
    ...regions.places.flatMap(({ name }) => [name.az, name.en, name.ru]),
    ...regions.regions.flatMap(({ name }) => [name.az, name.en, name.ru]).flatMap((name) => name.split("–")),
  ]
    .filter((word) => !/(?:ский|ская)$/.test(word))
    .map(foldText)
    .filter((word) => word.length >= SHORTEST_KNOWN && !word.includes(" ")),
);

const english = new Set(SYNONYM_GROUPS.filter(({ kind }) => kind !== "place").flatMap(({ en }) => en.map(lowerCase)));

/** The Russian words of the crafts, as they are listed, in small letters. */
export const RUSSIAN_WORDS: readonly string[] = [
  ...new Set(
    [
      ...SYNONYM_GROUPS.flatMap(({ ru }) => ru),
      ...[...materials.materials, ...techniques.techniques].map(({ name }) => name.ru),
    ].flatMap((phrase) => lowerCase(phrase).split(/[^\p{L}\p{M}]+/u)),
  ),
];

const russian = new Set(RUSSIAN_WORDS);

/** Is this word, in small letters, a Russian word of the crafts in a form that is listed? */
export function isRussianWord(word: string): boolean {
  return russian.has(word);
}

/** Is this skeleton an Azerbaijani word of the crafts or a place's name, in its base form? */
export function isKnownWord(skeleton: string): boolean {
  return known.has(skeleton);
}

/** Is this word, in small letters, an English word of the crafts in a form that is listed? */
export function isEnglishWord(word: string): boolean {
  return english.has(word);
}
