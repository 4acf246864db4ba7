import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText, lowerCase } from "~/modules/search/folding";
import regions from "~db/reference/regions.json" with { type: "json" };

describe("foldText", () => {
  it.each([
    ["kəlağayı", ["kelagayi", "kelağayi", "KƏLAĞAYI", "KELAĞAYI", "келагаи", "kalaghayi", "кәлағајы", "Kəlağayı"]],
    ["şəki", ["sheki", "seki", "şəki", "шеки", "ŞƏKİ", "SHEKI", "Shaki", "Шәки", "шәки"]],
    ["xalça", ["xalca", "khalcha", "халча", "XALÇA", "халча", "xalcha"]],
    ["İçəri Şəhər", ["icheri sheher", "Icheri Sheher", "İÇƏRİ ŞƏHƏR", "ичери шехер", "ичәри шәһәр", "iceri seher"]],
    ["ipək", ["İpək", "İPƏK", "ipek", "IPEK", "ипек", "ипәк", "ipak"]],
    ["Gəncə", ["Ganja", "Gence", "Гянджа", "ҝәнҹә", "GƏNCƏ", "Gandzha"]],
    ["İsmayıllı", ["Ismayilli", "Исмаиллы", "ismayilli", "Исмајыллы"]],
    ["Qəbələ", ["Gabala", "Qebele", "Габала", "Гәбәлә"]],
    ["Naxçıvan", ["Nakhchivan", "Нахчыван", "naxcivan", "Nakhchyvan"]],
    ["Cavad", ["Javad", "Джавад", "Ҹавад", "Djavad"]],
    ["çini qab", ["chini qab", "чини габ", "cini gab"]],
    ["jaket", ["zhaket", "жакет"]],
  ])("gives all spellings of %s one skeleton", (word, spellings) => {
    expect(spellings.map(foldText)).toEqual(spellings.map(() => foldText(word)));
  });

  it.each([
    ["mis", "mum"],
    ["tar", "tir"],
    ["qab", "kub"],
    ["saz", "söz"],
    ["şüşə", "şişə"],
    ["ковёр", "кувер"],
    ["nar", "nur"],
  ])("keeps %s and %s apart", (one, other) => {
    expect(foldText(one)).not.toBe(foldText(other));
  });

  it("separates words at anything that is no letter, and joins them at an apostrophe", () => {
    expect(foldText("Lankaran–Astara")).toBe(foldText("lankaran astara"));
    expect(foldText("hand-made")).toBe(foldText("hand made"));
    expect(foldText("qur'an")).toBe(foldText("quran"));
  });

  it("keeps what it has no rule for", () => {
    expect(foldText("925 ქართული")).toBe("925 ქართული");
  });

  it("leaves what it has folded as it is", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(...Array.from("abcçdeəgğhxıijkqpzsşyöüдзжхчшяюьъ '-")) }),
    );
    fc.assert(
      fc.property(text, (given) => {
        expect(foldText(foldText(given))).toBe(foldText(given));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("spellings made by rule", () => {
  /** Ways to write one letter; `undefined` in Russian: several letters would do, no rule decides. */
  type Letter = { az: string; ascii: string; english: string; cyrillic: string; russian: string };
  const letter = (az: string, ascii: string, english: string, cyrillic: string, russian: string): Letter => ({
    az,
    ascii,
    english,
    cyrillic,
    russian,
  });
  const consonants = [
    letter("b", "b", "b", "б", "б"),
    letter("c", "c", "j", "ҹ", "дж"),
    letter("ç", "c", "ch", "ч", "ч"),
    letter("d", "d", "d", "д", "д"),
    letter("f", "f", "f", "ф", "ф"),
    letter("g", "g", "g", "ҝ", "г"),
    letter("ğ", "g", "gh", "ғ", "г"),
    letter("h", "h", "h", "һ", "х"),
    letter("x", "x", "kh", "х", "х"),
    letter("j", "j", "zh", "ж", "ж"),
    letter("k", "k", "k", "к", "к"),
    letter("q", "q", "g", "г", "г"),
    letter("l", "l", "l", "л", "л"),
    letter("m", "m", "m", "м", "м"),
    letter("n", "n", "n", "н", "н"),
    letter("p", "p", "p", "п", "п"),
    letter("r", "r", "r", "р", "р"),
    letter("s", "s", "s", "с", "с"),
    letter("ş", "s", "sh", "ш", "ш"),
    letter("t", "t", "t", "т", "т"),
    letter("v", "v", "v", "в", "в"),
    letter("z", "z", "z", "з", "з"),
  ];
  const vowels = [
    letter("a", "a", "a", "а", "а"),
    letter("e", "e", "e", "е", "е"),
    letter("ə", "e", "a", "ә", "я"),
    letter("ı", "i", "y", "ы", "ы"),
    letter("i", "i", "i", "и", "и"),
    letter("o", "o", "o", "о", "о"),
    letter("ö", "o", "o", "ө", "о"),
    letter("u", "u", "u", "у", "у"),
    letter("ü", "u", "u", "ү", "ю"),
  ];
  const syllable = fc.tuple(fc.constantFrom(...consonants), fc.constantFrom(...vowels));
  const word = fc.array(syllable, { minLength: 1, maxLength: 5 }).map((syllables) => syllables.flat());
  const written = (letters: readonly Letter[], way: keyof Letter) => letters.map((each) => each[way]).join("");

  it("meet, whatever the case", () => {
    fc.assert(
      fc.property(word, (letters) => {
        const skeleton = foldText(written(letters, "az"));
        for (const way of ["ascii", "english", "cyrillic", "russian"] as const) {
          const text = written(letters, way);
          expect({ way, skeleton: foldText(text) }).toEqual({ way, skeleton });
          expect({ way, skeleton: foldText(text.toUpperCase()) }).toEqual({ way, skeleton });
        }
        expect(foldText(written(letters, "az").toLocaleUpperCase("az"))).toBe(skeleton);
      }),
      { numRuns: 500 },
    );
  });

  it("meet for the Azerbaijani name of every place, plain and in capitals", () => {
    const plain = (name: string) =>
      lowerCase(name).replaceAll(/[əğıöüçş]/g, (each) => "egioucs"["əğıöüçş".indexOf(each)] ?? each);
    for (const { name } of regions.places) {
      expect(foldText(plain(name.az))).toBe(foldText(name.az));
      expect(foldText(name.az.toLocaleUpperCase("az"))).toBe(foldText(name.az));
    }
  });
});
