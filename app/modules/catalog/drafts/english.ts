import type { DraftFacts, DraftTexts } from "./draft-facts";
import { fillTemplate, listed, serviceSlots, sizeInCentimetres } from "./fill-template";
import { ENGLISH, PLACE_NAMES, type EnglishNoun } from "./listing-words";
import { nounFor, type Nouns } from "./noun-for";

/** `undefined` when the category has no template. */
export function englishTexts(facts: DraftFacts): DraftTexts | undefined {
  const category = ENGLISH.categories[facts.categoryId];
  const template = ENGLISH.templates[category?.template ?? ""];
  if (!category || !template) return undefined;

  const materials = facts.materialIds.flatMap((id) => ENGLISH.materials[id] ?? []);
  const { noun, implied } = nounFor(facts, { ...category, things: ENGLISH.things } satisfies Nouns<EnglishNoun>, {
    isMaterialNamed: materials[0]?.attribute !== undefined,
  });
  const technique = ENGLISH.techniques[facts.techniqueId ?? ""];
  const isTechniqueSaid = implied.includes(facts.techniqueId ?? "");
  const isMaterialSaid = implied.includes(facts.materialIds[0] ?? "");
  const place = PLACE_NAMES.get(facts.placeId ?? "")?.en;
  const grouping = facts.thing?.grouping && ENGLISH.words.groupings[facts.thing.grouping];
  const isPlural = noun.isPlural && grouping === undefined;
  const service = serviceSlots(facts, ENGLISH.words, "en");
  const size = sizeInCentimetres(facts.size, "en");

  return fillTemplate(
    template,
    {
      ...service,
      grouping: grouping && `${grouping} of`,
      technique: isTechniqueSaid ? undefined : technique?.adjective,
      material: isMaterialSaid ? undefined : materials[0]?.attribute,
      noun: grouping === undefined ? noun.word : pluralOf(noun),
      tail: isTechniqueSaid ? undefined : technique?.tail,
      ground: materials.find(({ ground }) => ground)?.ground,
      from: place && `from ${place}`,
      place,
      venue: service.hasVenue === undefined ? undefined : place,
      is: isPlural ? "are" : "is",
      measures: isPlural ? "measure" : "measures",
      made: isTechniqueSaid ? (technique?.plain ?? technique?.made) : technique?.made,
      materials: listed(
        materials.map(({ of }) => of),
        "en",
      ),
      size: size && `${size} cm`,
      supply: suppliesOf(facts),
    },
    { first: `the ${grouping ?? noun.word}`, after: isPlural ? "they" : "it", binding: / (?:with|on) / },
  );
}

function suppliesOf({ stockPolicy }: DraftFacts): string | undefined {
  return stockPolicy === undefined || stockPolicy === "in_stock" ? undefined : ENGLISH.words.supplies[stockPolicy];
}

function pluralOf({ word, many, isPlural }: EnglishNoun): string {
  if (isPlural) return word;
  if (many !== undefined) return many;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}
