import { describe, expect, it } from "vitest";
import { z } from "zod";
import { LOCALES } from "~/platform/i18n/locales";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { wholeNumber } from "~/platform/http/whole-number.server";
import { sentencesOf, typed } from "~tests/support/typed";

const form = z.object({ pieces: wholeNumber({ least: 1, most: 5_000, mistake: () => "between 1 and 5000" }) });
const said = (pieces: string) => runWithLocale("en", () => sentencesOf(form, { pieces }));

describe("a whole number as it is typed", () => {
  it.each(["1200", "1 200", "1\u00a0200", "1\u202f200", " 1200 "])("of %j is 1200", (pieces) => {
    expect(typed(form, { pieces }).value).toEqual({ pieces: 1200 });
  });

  it.each(["1.200", "1,200"])("of %j is refused with the way to write it, since it may be a fraction", (pieces) => {
    expect(said(pieces)).toEqual(["If you mean 1200, write 1200, without dots or commas."]);
  });

  it("is spoken of in each language", () => {
    const sentences = LOCALES.map((lang) => runWithLocale(lang, () => sentencesOf(form, { pieces: "1.200" })).join(""));

    expect(new Set(sentences).size).toBe(LOCALES.length);
    for (const sentence of sentences) expect(sentence).toContain("1200");
  });

  it.each(["0", "5001", "6.000", "1.20", "1.2000", "0.200", "-1", "1e3", "many"])(
    "of %j is refused as such",
    (pieces) => {
      expect(said(pieces)).toEqual(["between 1 and 5000"]);
    },
  );

  it("that is missing is asked for", () => {
    expect(said("")).toEqual(["between 1 and 5000"]);
  });
});
