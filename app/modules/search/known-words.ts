import regions from "~db/reference/regions.json" with { type: "json" };
import synonyms from "~db/reference/synonyms.json" with { type: "json" };
import { foldText } from "./folding";

/** A skeleton shorter than this is too easily met by chance. */
const SHORTEST_KNOWN = 3;

const known = new Set(
  [
    ...synonyms.groups.flatMap(({ az, en, ru, isPlace }) => (isPlace ? [...az, ...en, ...ru] : az)),
    ...regions.places.flatMap(({ name }) => [name.az, name.en, name.ru]),
    ...regions.regions.flatMap(({ name }) => [name.az, name.en, name.ru]).flatMap((name) => name.split("–")),
  ]
    .filter((word) => !/(?:ский|ская)$/.test(word))
    .map(foldText)
    .filter((word) => word.length >= SHORTEST_KNOWN && !word.includes(" ")),
);

/** Is this skeleton an Azerbaijani word of the crafts or a place's name, in its base form? */
export function isKnownWord(skeleton: string): boolean {
  return known.has(skeleton);
}
