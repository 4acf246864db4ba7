import { z } from "zod";
import english from "~db/reference/listing-words/en.json" with { type: "json" };
import russian from "~db/reference/listing-words/ru.json" with { type: "json" };
import things from "~db/reference/listing-words/things.json" with { type: "json" };
import regions from "~db/reference/regions.json" with { type: "json" };
import materials from "~db/reference/materials.json" with { type: "json" };

const text = z.string().min(1);

/** Of a sentence's alternatives the first one counts whose slots are all known. */
const template = z.strictObject({
  titles: z.array(text).min(1),
  sentences: z.array(z.array(text).min(1)),
});

const modes = z.strictObject({ remote: text, in_person: text, mixed: text });
const countForms = z.partialRecord(z.enum(["zero", "one", "two", "few", "many", "other"]), text);
const counts = z.strictObject({ days: countForms, revisions: countForms });

const implies = z.array(text).default([]);

const englishNoun = z.strictObject({
  word: text,
  many: text.optional(),
  isPlural: z.boolean().default(false),
  implies,
});

const englishWords = z.object({
  templates: z.record(text, template),
  words: z.strictObject({
    groupings: z.strictObject({ set: text, pair: text }),
    modes,
    supplies: z.strictObject({ made_to_order: text, one_of_a_kind: text }),
    counts,
  }),
  categories: z.record(text, z.strictObject({ template: text, noun: englishNoun, bareNoun: englishNoun.optional() })),
  things: z.record(text, englishNoun),
  materials: z.record(text, z.strictObject({ attribute: text.optional(), ground: text.optional(), of: text })),
  techniques: z.record(
    text,
    z.strictObject({ adjective: text.optional(), tail: text.optional(), made: text, plain: text.optional() }),
  ),
});

const russianNoun = z.strictObject({
  word: text,
  gender: z.enum(["m", "f", "n", "pl"]).default("m"),
  ofMany: text.optional(),
  implies,
});

const supply = z.strictObject({ one: text, many: text });

const russianWords = z.object({
  templates: z.record(text, template),
  words: z.strictObject({
    groupings: z.strictObject({ set: russianNoun, pair: russianNoun }),
    modes,
    supplies: z.strictObject({ made_to_order: supply, one_of_a_kind: supply }),
    counts,
  }),
  categories: z.record(text, z.strictObject({ template: text, noun: russianNoun, bareNoun: russianNoun.optional() })),
  things: z.record(text, russianNoun),
  materials: z.record(
    text,
    z.strictObject({ adjective: text.optional(), tail: text.optional(), ground: text.optional(), of: text }),
  ),
  techniques: z.record(
    text,
    z.strictObject({ adjective: text.optional(), tail: text.optional(), done: text, how: text.optional() }),
  ),
  places: z.record(text, z.strictObject({ from: text, in: text })),
});

const thingsList = z.array(
  z.strictObject({
    id: text,
    categories: z.array(text).min(1),
    az: z.array(text).min(1),
    technique: text.optional(),
    hs: z.array(z.string().regex(/^\d{6}$/)),
  }),
);

export type Template = z.infer<typeof template>;
export type EnglishNoun = z.infer<typeof englishNoun>;
export type RussianNoun = z.infer<typeof russianNoun>;
export type Gender = RussianNoun["gender"];
export type CountForms = z.infer<typeof countForms>;

export const ENGLISH = englishWords.parse(english);
export const RUSSIAN = russianWords.parse(russian);

/** What listings are, by the words of an Azerbaijani title (`db/reference/listing-words/things.json`). */
export const THINGS = thingsList.parse(things.things);

type PlaceNames = { en: string; ru: string };

/** Names of towns and districts, by id, in the languages that drafts are written in. */
export const PLACE_NAMES: ReadonlyMap<string, PlaceNames> = new Map(
  regions.places.map(({ id, name: { en, ru } }) => [id, { en, ru }]),
);

/** Russian names of materials in the nominative. */
export const RUSSIAN_MATERIALS: ReadonlyMap<string, string> = new Map(
  materials.materials.map(({ id, name }) => [id, name.ru]),
);
