import { describe, expect, it } from "vitest";
import { readCsv } from "~db/reference/csv";

describe("comma-separated reference files", () => {
  it("reads quoted fields with commas, doubled quotes and line breaks", () => {
    expect(readCsv('a,b\n"x, ""y""","1\n2"\r\nplain,\n')).toEqual([
      { a: 'x, "y"', b: "1\n2" },
      { a: "plain", b: "" },
    ]);
  });

  it("reads a last line without a line break, and an empty last field", () => {
    expect(readCsv("a,b\n1,2")).toEqual([{ a: "1", b: "2" }]);
    expect(readCsv("a,b\n1,")).toEqual([{ a: "1", b: "" }]);
  });

  it("names the row whose fields do not match the header", () => {
    expect(() => readCsv("a,b\n1,2\n3\n")).toThrow(/row 3 has 1 fields where the header has 2/);
  });

  it("refuses a quote in the middle of a field", () => {
    expect(() => readCsv('a\nx"y"\n')).toThrow(/not comma-separated/);
  });
});
