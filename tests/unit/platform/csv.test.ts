import { describe, expect, it } from "vitest";
import { csvOf } from "~/platform/http/csv.server";

const cell = (text: string) => csvOf([[text]]).slice(1, -2);

describe("a cell of a table that is downloaded", () => {
  it.each(["-53.53", "-7", "0.00", "669.15"])("stays a number: %s", (text) => {
    expect(cell(text)).toBe(text);
  });

  it.each(["=1+2", "-1+2", "+994501234567", "@sum", "-1.5e3", "-cmd|' /C calc'!A0"])("is no formula: %s", (text) => {
    expect(cell(text)).toBe(`'${text}`);
  });

  it("is quoted where it holds what parts cells", () => {
    expect(cell('a, "b"')).toBe('"a, ""b"""');
  });
});
