import { expect, test } from "vitest";
import { sameWords } from "~/modules/search/same-words";
import { SYNONYMS } from "~/modules/search/synonyms";

test("every phrase finds each of its synonyms, wherever that stands in a text", () => {
  const missing = [...SYNONYMS].flatMap(([phrase, others]) =>
    others.filter((other) => !sameWords([`zzz ${other} zzz`]).includes(phrase)).map((other) => `${phrase}: ${other}`),
  );
  expect(SYNONYMS.size).toBeGreaterThan(1_000);
  expect(missing).toEqual([]);
});

test("a text has none of what no phrase of it means", () => {
  expect(sameWords(["zzz", "zzy zzx"])).toEqual([]);
  const [phrase = ""] = SYNONYMS.keys();
  const words = sameWords([phrase]);
  expect(words.filter((word) => !SYNONYMS.get(word)?.includes(phrase) && !phrase.includes(" "))).toEqual([]);
});
