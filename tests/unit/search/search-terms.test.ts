import { describe, expect, it } from "vitest";
import { searchTerms } from "~/modules/search/search-terms";
import { SYNONYM_GROUPS } from "~/modules/search/synonym-groups";
import { phrasesOf, separable, SYNONYMS } from "~/modules/search/synonyms";
import { byTelling } from "~/modules/search/telling-words";

/** Does who asks for one find the other: as the same terms, or as synonyms? */
function finds(asked: string, wanted: string): boolean {
  const [own, other] = [searchTerms(asked).join(" "), searchTerms(wanted).join(" ")];
  return own === other || (SYNONYMS.get(own)?.includes(other) ?? false);
}

describe("the terms of a text", () => {
  it.each([
    ["xalçalarının", "xalça"],
    ["ipəyi", "ipək"],
    ["qablardan", "qab"],
    ["keçədən", "keçə"],
    ["carpets", "carpet"],
    ["brooches", "brooch"],
    ["vases", "vase"],
    ["scarves", "scarf"],
    ["knives", "knife"],
    ["women's", "woman"],
    ["earrings", "earring"],
    ["hammered", "hammering"],
    ["HAMMERING", "hammered"],
    ["ковры", "ковёр"],
    ["чашек", "чашка"],
    ["медные", "медь"],
    ["шерстяных", "шерсть"],
    ["украшение", "украшений"],
    ["войлочный", "войлок"],
    ["кожаной", "кожаный"],
    ["картиной", "картина"],
    ["драконом", "дракон"],
    ["музыкальный", "музыка"],
    ["bookshelves", "bookshelf"],
    ["framed", "frame"],
    ["yunla", "yun"],
    ["халчалар", "xalça"],
    ["халчаларын", "xalça"],
    ["килимдән", "kilim"],
    ["келагайылар", "kəlağayı"],
    ["гебелер", "gəbə"],
    ["шал", "şal"],
    ["в Гяндже", "Гянджа"],
    ["шекинский", "Шеки"],
  ])("are the same for %s and %s", (one, other) => {
    expect(searchTerms(one)).toEqual(searchTerms(other));
  });

  it("leave out what says nothing, unless there is nothing else", () => {
    expect(searchTerms("a tray for the kitchen")).toEqual(searchTerms("tray kitchen"));
    expect(searchTerms("GIFTS WITH TEA, ÇAY ILE HƏDİYYƏ")).toEqual(searchTerms("gifts tea çay hədiyyə"));
    expect(searchTerms("для")).toEqual(["dla"]);
  });

  it.each([
    ["Şuşa", "şüşə"],
    ["sərgi", "серьги"],
    ["xətt", "hat"],
    ["stol", "stool"],
  ])("keep %s and %s apart, though their skeleton is one", (one, other) => {
    expect(finds(one, other)).toBe(false);
    expect(finds(other, one)).toBe(false);
  });

  it.each([
    ["Shusha", "Şuşa"],
    ["Шуша", "Şuşa"],
    ["ŞUŞA", "Şuşa"],
    ["Şuşada", "Şuşa"],
    ["suse", "şüşə"],
    ["susha", "Şuşa"],
    ["susha", "şüşə"],
  ])("lead from %s to %s", (asked, wanted) => {
    expect(finds(asked, wanted)).toBe(true);
  });

  it("lead from every plain and capital spelling of a listed Azerbaijani word to that word", () => {
    const plain = (word: string) =>
      word
        .replaceAll(/[əğıöüçş]/g, (letter) => "egioucs"["əğıöüçş".indexOf(letter)] ?? letter)
        .replaceAll(/[ƏĞİÖÜÇŞ]/g, (letter) => "EGIOUCS"["ƏĞİÖÜÇŞ".indexOf(letter)] ?? letter);
    // What is typed for bağ (garden) without its accent is the English word bag.
    const listed = new Set(SYNONYM_GROUPS.flatMap(({ az, en, ru }) => [...az, ...en, ...ru]));
    const lost = SYNONYM_GROUPS.flatMap(({ az }) =>
      az
        .filter((word) => plain(word) === word || !listed.has(plain(word)))
        .flatMap((word) =>
          [plain(word), word.toLocaleUpperCase("az"), plain(word).toUpperCase()]
            .filter((spelling) => !finds(spelling, word))
            .map((spelling) => `${spelling} for ${word}`),
        ),
    );

    expect(lost).toEqual([]);
  });
});

describe("synonyms", () => {
  it.each([
    ["carpet", "xalça"],
    ["rug", "ковёр"],
    ["турка", "cəzvə"],
    ["Garabagh", "Карабах"],
    ["coffee pot", "джезва"],
  ])("lead from %s to %s and back", (one, other) => {
    expect(finds(one, other) && finds(other, one)).toBe(true);
  });

  it("lead from a wider word to the narrower one, not back", () => {
    expect(finds("bag", "xurcun")).toBe(true);
    expect(finds("xurcun", "bag")).toBe(false);
  });

  it("lead from what a thing is for to the thing, not back", () => {
    expect(finds("специи", "həvəngdəstə")).toBe(true);
    expect(finds("həvəngdəstə", "специи")).toBe(false);
  });

  it("name only groups that there are as wider ones and as uses", () => {
    const ids = new Set(SYNONYM_GROUPS.map(({ id }) => id));
    expect(SYNONYM_GROUPS.flatMap(({ broader, uses }) => [...broader, ...uses]).filter((id) => !ids.has(id))).toEqual(
      [],
    );
  });

  it("are of groups that each have an id of their own and a word in every language", () => {
    expect(new Set(SYNONYM_GROUPS.map(({ id }) => id)).size).toBe(SYNONYM_GROUPS.length);
    expect(SYNONYM_GROUPS.filter(({ az, en, ru }) => [az, en, ru].some((words) => words.length === 0))).toEqual([]);
  });
});

describe("the parts of a text", () => {
  it("are its phrases, and the words of a single phrase", () => {
    expect(phrasesOf(searchTerms("copper coffee pot"))).toEqual(["copar", "cofa pot"]);
    expect(separable(searchTerms("coffee pot"))).toEqual(["cofa", "pot"]);
  });

  it("tell more when they name a thing than when they say what it is like, and nothing when nobody has them", () => {
    const order = (...counts: [string, number, number][]) =>
      byTelling(counts.map(([phrase, named, anywhere]) => ({ phrase, named, anywhere }))).map(({ phrase }) => phrase);
    const [silver = "", earring = "", cold = "", gift = ""] = searchTerms("silver earring cold gift");

    expect(order(["zizics", 0, 0], [cold, 0, 4], [gift, 1, 5], [silver, 2, 9], [earring, 5, 5])).toEqual([
      ...[earring, silver, cold, gift, "zizics"],
    ]);
  });
});
