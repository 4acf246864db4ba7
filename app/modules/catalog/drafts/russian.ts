import type { DraftFacts, DraftTexts } from "./draft-facts";
import { capital, fillTemplate, listed, serviceSlots, sizeInCentimetres } from "./fill-template";
import { PLACE_NAMES, RUSSIAN, RUSSIAN_MATERIALS, type Gender, type RussianNoun } from "./listing-words";
import { nounFor, type Nouns } from "./noun-for";

/** `undefined` when the category has no template. */
export function russianTexts(facts: DraftFacts): DraftTexts | undefined {
  const category = RUSSIAN.categories[facts.categoryId];
  const template = RUSSIAN.templates[category?.template ?? ""];
  if (!category || !template) return undefined;

  const materials = facts.materialIds.flatMap((id) => RUSSIAN.materials[id] ?? []);
  const [main] = materials;
  const { noun, implied } = nounFor(facts, { ...category, things: RUSSIAN.things } satisfies Nouns<RussianNoun>, {
    isMaterialNamed: main?.adjective !== undefined || main?.tail !== undefined,
  });
  const technique = RUSSIAN.techniques[facts.techniqueId ?? ""];
  const isTechniqueSaid = implied.includes(facts.techniqueId ?? "");
  const isMaterialSaid = implied.includes(facts.materialIds[0] ?? "");
  const grouping = facts.thing?.grouping && RUSSIAN.words.groupings[facts.thing.grouping];
  const { gender } = grouping ?? noun;
  const place = RUSSIAN.places[facts.placeId ?? ""];
  const placeName = PLACE_NAMES.get(facts.placeId ?? "")?.ru;
  const service = serviceSlots(facts, RUSSIAN.words, "ru");
  const size = sizeInCentimetres(facts.size, "ru");
  const adjective = (word: string | undefined) => word && (grouping ? ofMany(word) : agreeing(word, noun.gender));

  return fillTemplate(
    template,
    {
      ...service,
      grouping: grouping?.word,
      technique: isTechniqueSaid ? undefined : adjective(technique?.adjective),
      material: isMaterialSaid ? undefined : adjective(main?.adjective),
      noun: grouping ? (noun.ofMany ?? noun.word) : noun.word,
      materialTail: isMaterialSaid ? undefined : main?.tail,
      tail: isTechniqueSaid ? undefined : technique?.tail,
      ground: materials.find(({ ground }) => ground)?.ground,
      from: place?.from,
      place: placeName,
      inPlace: place?.in,
      venue: service.hasVenue === undefined ? undefined : place?.in,
      madeOf: participle("изготовлен", gender),
      produced: participle("сделан", gender),
      done: technique && participle(technique.done, gender),
      how: isTechniqueSaid ? undefined : technique?.how,
      materials: listed(
        materials.map(({ of }) => of),
        "ru",
      ),
      materialNames: listed(
        facts.materialIds.flatMap((id) => RUSSIAN_MATERIALS.get(id) ?? []),
        "ru",
      ),
      sizes: "размеры",
      size: size && `${size} см`,
      supply: supplyOf(facts, gender),
    },
    { first: capital((grouping ?? noun).word), after: "", binding: / (?:с|со|из|в|на) / },
  );
}

function supplyOf({ stockPolicy }: DraftFacts, gender: Gender): string | undefined {
  if (stockPolicy === undefined || stockPolicy === "in_stock") return undefined;
  return RUSSIAN.words.supplies[stockPolicy][gender === "pl" ? "many" : "one"];
}

/** Endings of hard adjectives in the nominative, and after г, к and х in the plural. */
const ADJECTIVE_ENDINGS: Readonly<Record<Exclude<Gender, "m">, string>> = { f: "ая", n: "ое", pl: "ые" };

/** An adjective in the masculine nominative as it agrees with a noun: медный, медная, медное, медные. */
function agreeing(adjective: string, gender: Gender): string {
  return gender === "m" ? adjective : adjective.replace(/(?:ый|ой)$/, ADJECTIVE_ENDINGS[gender]);
}

/** Its genitive plural, as it stands before things of a set: медных. */
function ofMany(adjective: string): string {
  return adjective.replace(/(?:ый|ой)$/, "ых");
}

/** A short passive participle: соткан, соткана; сплетён, but сплетена. */
function participle(masculine: string, gender: Gender): string {
  const ending = { m: "", f: "а", n: "о", pl: "ы" }[gender];
  return gender === "m" ? masculine : `${masculine.replace(/ён$/, "ен")}${ending}`;
}
