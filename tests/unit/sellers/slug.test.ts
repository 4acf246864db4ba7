import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slugOf } from "~/modules/sellers/slug";

describe("the address of a shop", () => {
  it.each([
    ["Lahıc Misgərləri", "lahic-misgerleri"],
    ["İPƏK VƏ ŞAL", "ipek-ve-sal"],
    ["Göyçay «Çörəkçi» №1", "goycay-corekci-1"],
    ["Мастерская Щука", "masterskaya-schuka"],
    ["Café Ólá & Söhne", "cafe-ola-sohne"],
    ["  --  ", "shop"],
    ["中文", "shop"],
  ])("of %j is %s", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it("is always one that the database takes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (name) => {
        expect(slugOf(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slugOf(name).length).toBeLessThanOrEqual(60);
      }),
    );
  });
});
