import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DRAFT_LOCALES, type DraftFacts } from "~/modules/catalog/drafts/draft-facts";
import { draftTexts } from "~/modules/catalog/drafts/draft-texts";
import { findThing } from "~/modules/catalog/drafts/find-thing";
import { ENGLISH, PLACE_NAMES, RUSSIAN, THINGS } from "~/modules/catalog/drafts/listing-words";
import categories from "~db/reference/categories.json" with { type: "json" };
import materials from "~db/reference/materials.json" with { type: "json" };
import techniques from "~db/reference/techniques.json" with { type: "json" };
import examples from "./draft-examples.json" with { type: "json" };

const parents = new Set(categories.categories.map(({ parent }) => parent));
const leaves = categories.categories.filter(({ id }) => !parents.has(id));

/** What an editor would write of these facts and of nothing else. */
const cases = examples.examples.flatMap((example) => {
  // What a JSON file holds is any text to the compiler, where facts know only some.
  const facts = example.facts as DraftFacts;
  return DRAFT_LOCALES.map((locale) => ({ locale, facts, title: example[locale].title, texts: example[locale] }));
});

describe("a draft", () => {
  it.each(cases)("reads as an editor would write it: $title", ({ locale, facts, texts }) => {
    expect(draftTexts(facts, locale)).toEqual(texts);
  });
});

const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id).toSorted();

describe.each([
  { language: "English", words: ENGLISH },
  { language: "Russian", words: RUSSIAN },
])("the words in $language", ({ words }) => {
  it("have a template for every leaf of the tree, and for nothing else", () => {
    expect(Object.keys(words.categories).toSorted()).toEqual(ids(leaves));
    expect(Object.values(words.categories).filter(({ template }) => !words.templates[template])).toEqual([]);
  });

  it("name every thing, material and technique", () => {
    expect(Object.keys(words.things).toSorted()).toEqual(ids(THINGS));
    expect(Object.keys(words.materials).toSorted()).toEqual(ids(materials.materials));
    expect(Object.keys(words.techniques).toSorted()).toEqual(ids(techniques.techniques));
  });
});

it("have Russian forms of every place", () => {
  expect(Object.keys(RUSSIAN.places).toSorted()).toEqual([...PLACE_NAMES.keys()].toSorted());
});

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const millimetres = fc.integer({ min: 1, max: 9000 });

/** Any part of what may be known of a listing of this category. */
function factsIn({ id, kind }: (typeof leaves)[number]): fc.Arbitrary<DraftFacts> {
  const things = THINGS.filter((thing) => thing.categories.includes(id)).map((thing) => thing.id);
  const known = {
    thing: fc.record({
      id: fc.constantFrom(undefined, ...things),
      grouping: fc.constantFrom(undefined, "set" as const, "pair" as const),
    }),
    techniqueId: fc.constantFrom(...ids(techniques.techniques)),
    size: fc.record({ lengthMm: millimetres, widthMm: millimetres, heightMm: millimetres }),
    placeId: fc.constantFrom(...PLACE_NAMES.keys()),
    stockPolicy: fc.constantFrom("in_stock" as const, "made_to_order" as const, "one_of_a_kind" as const),
  };
  const service = fc
    .record({
      deliveryMode: maybe(fc.constantFrom("remote" as const, "in_person" as const, "mixed" as const)),
      turnaroundDays: maybe(fc.nat(400)),
      revisionsIncluded: maybe(fc.nat(20)),
      fileFormats: fc.subarray(["PDF", "AI", "in person"]),
      workingLanguages: fc.subarray(["az", "en", "ru"]),
    })
    .map(({ fileFormats, workingLanguages, ...some }) => ({ fileFormats, workingLanguages, ...present(some) }));
  return fc
    .tuple(fc.record(known, { requiredKeys: [] }), fc.subarray(ids(materials.materials), { maxLength: 4 }), service)
    .map(([some, materialIds, terms]): DraftFacts => {
      if (kind !== "service") return { kind: "good", categoryId: id, materialIds, ...some };
      const { thing, placeId } = some;
      return { kind: "service", categoryId: id, materialIds: [], service: terms, ...present({ thing, placeId }) };
    });
}

function present<Values extends Record<string, unknown>>(values: Values) {
  // Object.entries forgets which value belongs to which key.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Values]?: NonNullable<Values[Key]>;
  };
}

describe.each(leaves)("whatever is known of a listing in $id", (leaf) => {
  it.each(DRAFT_LOCALES)("is written without gaps in %s", (locale) => {
    fc.assert(
      fc.property(factsIn(leaf), (facts) => {
        const { title, description } = draftTexts(facts, locale);
        for (const text of [title, description]) {
          expect(text).toMatch(/^\p{Lu}/u);
          expect(text).not.toMatch(/ {2}|^ | $| [,.;]|undefined|null|NaN|[{}]|\.\.|,,/);
        }
        expect(title.length).toBeLessThanOrEqual(90);
        expect(title).not.toMatch(/\.$/);
        expect(description).toMatch(/\.$/);
        expect(description.split(/(?<=\.) (?=\p{Lu})/u).length).toBeLessThanOrEqual(4);
        const latin = locale === "ru" ? description.replaceAll(/PDF|AI|UX/g, "") : "";
        expect(latin).not.toMatch(/[a-z]/i);
      }),
      { numRuns: 60 },
    );
  });
});

describe("an Azerbaijani title", () => {
  it.each([
    ["Mis fincan", "copperware", "cup", undefined],
    ["Lahıc dolçası", "copperware", "water-jug", undefined],
    ["LAHIC DOLÇASI", "copperware", "water-jug", undefined],
    ["Mis fincanlar", "copperware", "cup", undefined],
    ["Qoz qasigi", "wooden-tableware", "spoon", undefined],
    ["Qoz qaşıq dəsti", "wooden-tableware", "spoon", "set"],
    ["Mis şamdan cütü", "copperware", "candlestick", "pair"],
    ["Mis abgərdən və kəfkir dəsti", "copperware", undefined, "set"],
    ["Çay dəsti", "pottery-tableware", "tea-set", undefined],
    ["Xalça yastıqüzü", "carpet-goods", "cushion-cover", undefined],
    ["Tar üçün yumşaq çexol", "carpet-goods", "case", undefined],
    ["Dəftər üzlüyü A5", "leather-other", "notebook-cover", undefined],
    ["Cecim xurcun parçası", "carpets-flatwoven", "jejim", undefined],
    ["Gəncə xalçası «Samux»", "carpets-pile", "carpet", undefined],
    ["Sərgi dizaynı", "exhibition-design", undefined, undefined],
    ["Loqo animasiyası", "animation", "logo-animation", undefined],
    ["Tar simi və mizrab dəsti", "instruments-string", "string-set", "set"],
    ["Ədviyyat qabları", "pottery-tableware", "spice-jar", undefined],
    ["Çay qaşıqları", "silver-jewellery", "teaspoon", undefined],
    ["Xurcun və yastıqüzü", "carpet-goods", undefined, undefined],
    ["Tar (on bir simli)", "instruments-string", "tar", undefined],
  ])("'%s' in %s names %s", (title, categoryId, id, grouping) => {
    expect(findThing(title, categoryId)).toEqual({ id, grouping });
  });
});
