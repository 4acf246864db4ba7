import { describe, expect, it } from "vitest";
import { lineSvg, linesOf, widthOf } from "~/platform/lettering/lettering.server";

const serif = { font: "literata", size: 40 } as const;
const grotesque = { font: "inter", size: 40 } as const;
const drawn = (text: string, font: typeof serif | typeof grotesque) =>
  lineSvg(text, { x: 0, y: 0, colour: "#000000" }, font);
const pathsIn = (svg: string) => [...svg.matchAll(/ d="([^"]+)"/g)].map(([, path]) => path);

describe("lettering", () => {
  it.each(Array.from("əƏğĞıİşŞçÇöÖüÜЖжЫыЯяЁё₼€$₺₽₸№«»–—…·×"))("draws %s as itself in both fonts", (letter) => {
    for (const font of [serif, grotesque]) {
      expect(pathsIn(drawn(letter, font))).toHaveLength(1);
      expect(letter === "·" || drawn(letter, font) !== drawn("·", font)).toBe(true);
    }
  });

  it("draws letters apart that only their dots or hooks part", () => {
    for (const font of [serif, grotesque]) {
      for (const [one = "", other = ""] of ["ıi", "İI", "əe", "şs", "ğg"].map((pair) => Array.from(pair))) {
        expect(pathsIn(drawn(one, font))).not.toEqual(pathsIn(drawn(other, font)));
      }
    }
  });

  it("draws a letter that the fonts lack without its accents, and a strange one as a dot", () => {
    expect(drawn("ā", serif)).toBe(drawn("a", serif));
    expect(drawn("漢", serif)).toBe(drawn("·", serif));
  });

  it("sets letters side by side: a line is as wide as its letters", () => {
    expect(widthOf("Şəki", serif)).toBeCloseTo(
      Array.from("Şəki").reduce((sum, letter) => sum + widthOf(letter, serif), 0),
    );
    expect(widthOf("M", { font: "inter", size: 80 })).toBeCloseTo(2 * widthOf("M", grotesque));
  });

  it("writes nothing but numbers and paths, whatever the text", () => {
    expect(drawn(`"/><script>&'`, grotesque)).toMatch(/^<g fill="#000000" transform="[^"<]*">(<path [^<>]*\/>)*<\/g>$/);
  });

  it("breaks lines between words and keeps every word", () => {
    const text = "Əl ilə toxunmuş Qarabağ xalçası, yun əriş və arğac, təbii boyalar";
    const lines = linesOf(text, { width: 500, most: 9 }, serif);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(" ")).toBe(text);
    for (const line of lines) expect(widthOf(line, serif)).toBeLessThanOrEqual(500);
  });

  it("ends in an ellipsis what does not fit, and breaks a word that is wider than the line", () => {
    const lines = linesOf(`${"Ж".repeat(60)} и ещё`, { width: 300, most: 2 }, grotesque);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^Ж+…$/);
    for (const line of lines) expect(widthOf(line, grotesque)).toBeLessThanOrEqual(300);
  });
});
