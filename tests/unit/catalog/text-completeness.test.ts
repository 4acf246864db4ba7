import { describe, expect, it } from "vitest";
import { isOlderThanOriginal, SHORTEST_DESCRIPTION, textCompleteness } from "~/modules/catalog";

type Texts = Parameters<typeof textCompleteness>[0];
type Text = Texts["texts"][number];

const LONG = "a".repeat(SHORTEST_DESCRIPTION);

const text = (some: Partial<Text> = {}): Text => ({
  locale: "en",
  title: "Copper cup",
  description: LONG,
  deliverables: null,
  rights: null,
  isDraft: false,
  ...some,
});

const listing = (some: Partial<Texts> & { kind?: string } = {}): Texts => ({
  listing: { kind: some.kind ?? "good" },
  texts: some.texts ?? [text()],
  variants: some.variants ?? [{ names: [] }],
});

const missing = (texts: Texts, locale: "az" | "en" | "ru" = "en") =>
  textCompleteness(texts, locale).parts.flatMap(({ part, isDone }) => (isDone ? [] : [part]));

describe("a listing's texts in one language", () => {
  it("are complete with a title and a description that says something", () => {
    expect(textCompleteness(listing(), "en")).toEqual({
      parts: [
        { part: "title", isDone: true },
        { part: "description", isDone: true },
        { part: "checked", isDone: true },
      ],
      done: 3,
      total: 3,
    });
  });

  it("miss all of it where nothing is written", () => {
    expect(missing(listing(), "ru")).toEqual(["title", "description", "checked"]);
  });

  it("count no description that is one letter too short, spaces around it left out", () => {
    expect(missing(listing({ texts: [text({ description: `${LONG.slice(1)}   ` })] }))).toEqual(["description"]);
  });

  it("count no draft that nobody has read", () => {
    expect(missing(listing({ texts: [text({ isDraft: true })] }))).toEqual(["checked"]);
  });

  it("ask nobody to read the original", () => {
    expect(textCompleteness(listing({ texts: [text({ locale: "az" })] }), "az").total).toBe(2);
  });

  it("need a name for each variant in this language, unless there is but one", () => {
    const named = { names: [{ locale: "en", name: "Small" }] };
    const inRussian = { names: [{ locale: "ru", name: "Малая" }] };

    expect(missing(listing({ variants: [named, inRussian] }))).toEqual(["variantNames"]);
    expect(missing(listing({ variants: [named, { names: [{ locale: "en", name: " " }] }] }))).toEqual(["variantNames"]);
    expect(missing(listing({ variants: [named, named] }))).toEqual([]);
    expect(missing(listing({ variants: [inRussian] }))).toEqual([]);
  });

  it("need what is handed over and the rights, of a service only", () => {
    expect(missing(listing({ kind: "service" }))).toEqual(["deliverables", "rights"]);
    const full = text({ deliverables: "Two files", rights: "Yours" });
    expect(missing(listing({ kind: "service", texts: [full] }))).toEqual([]);
    expect(missing(listing({ kind: "service", texts: [{ ...full, rights: " " }] }))).toEqual(["rights"]);
  });
});

describe("a translation", () => {
  it.each([
    [3, 4, true],
    [4, 4, false],
    [5, 4, false],
  ])("of version %i is older than an original that changed in %i: %s", (translatesVersion, changedVersion, isOlder) => {
    expect(isOlderThanOriginal({ translatesVersion }, { changedVersion })).toBe(isOlder);
  });

  it("that translates no version, or is not there, is not older", () => {
    expect(isOlderThanOriginal({ translatesVersion: null }, { changedVersion: 4 })).toBe(false);
    expect(isOlderThanOriginal(undefined, { changedVersion: 4 })).toBe(false);
  });
});
