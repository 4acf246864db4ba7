import { describe, expect, it } from "vitest";
import { wordDiff } from "~/ui/staff/word-diff";

const inShort = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === "same" ? text : kind === "gone" ? `[-${text}-]` : `{+${text}+}`))
    .join("");

describe("what became of a text", () => {
  it.each([
    ["Mis döyürük.", "Mis döyürük.", "Mis döyürük."],
    ["Mis döyürük.", "Mis və gümüş döyürük.", "Mis {+və gümüş +}döyürük."],
    ["Üç nəsildir döyürük.", "İki nəsildir döyürük.", "[-Üç-]{+İki+} nəsildir döyürük."],
    ["", "Yeni.", "{+Yeni.+}"],
    ["Köhnə.", "", "[-Köhnə.-]"],
    ["", "", ""],
    [
      "Açıq divar kilimi.",
      "Tünd, ağır və möhkəm döşəmə kilimi.",
      "[-Açıq divar kilimi.-]{+Tünd, ağır və möhkəm döşəmə kilimi.+}",
    ],
  ])("%j, then %j", (before, after, shown) => {
    expect(inShort(before, after)).toBe(shown);
  });

  it("keeps the beginning and the end readable where most between them is other", () => {
    expect(
      inShort("Əl işi. Qırmızı yun xalça. Bakıdan.", "Əl işi. İpəkdən toxunmuş göy örtük, köhnə naxışla. Bakıdan."),
    ).toBe("Əl işi. [-Qırmızı yun xalça.-]{+İpəkdən toxunmuş göy örtük, köhnə naxışla.+} Bakıdan.");
  });

  it("keeps the beginning of texts that are too long to compare word by word", () => {
    const [before, after] = ["a ".repeat(1_200), "b ".repeat(1_200)];
    expect(wordDiff(`Əvvəl belə idi: ${before}`, `Əvvəl belə idi: ${after}`)[0]).toEqual({
      kind: "same",
      text: "Əvvəl belə idi: ",
    });
  });

  it("keeps every word of both, whatever they are", () => {
    const words = Array.from({ length: 400 }, (_, at) => `söz${(at * 7919) % 97}`);
    const [before, after] = [words.slice(0, 300).join(" "), words.slice(100).toReversed().join("\n")];
    const parts = wordDiff(before, after);
    const only = (gone: "gone" | "new") => parts.flatMap(({ kind, text }) => (kind === gone ? [] : [text])).join("");
    expect([only("new"), only("gone")]).toEqual([before, after]);
  });

  it("shows texts that are too long to compare as they were and as they are", () => {
    const [before, after] = [`${"a ".repeat(1_200)}a`, `${"b ".repeat(1_200)}b`];
    expect(wordDiff(before, after)).toEqual([
      { kind: "gone", text: before },
      { kind: "new", text: after },
    ]);
  });
});
