import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeReturnPath } from "~/platform/http/return-path.server";

const SITE = "https://karvan.example";

describe("a path to go back to", () => {
  it.each(["/az", "/en/search?q=carpet&to=DE", "/ru/listings/kelagayi", "/az/search?q=ipək"])("may be %s", (path) => {
    const safe = safeReturnPath(path);
    expect(safe && new URL(safe, SITE).href).toBe(new URL(path, SITE).href);
  });

  it.each([
    ["another site", "https://evil.example/"],
    ["another site without a scheme", "//evil.example/"],
    ["another site with backslashes", "/\\evil.example/"],
    ["another site behind a dot", "/.//evil.example/"],
    ["another site behind two dots", "/az/..//evil.example/"],
    ["another site behind a tab", "/\t/evil.example/"],
    ["another site behind a line", "/\n/evil.example/"],
    ["a script", "javascript:alert(1)"],
    ["a path without its slash", "az"],
    ["nothing", ""],
  ])("is never %s", (_what, path) => {
    expect(safeReturnPath(path)).toBeUndefined();
  });

  it("is no file and no missing field", () => {
    expect(safeReturnPath(new File(["/az"], "path"))).toBeUndefined();
    expect(safeReturnPath(null)).toBeUndefined();
  });

  it("leaves the fragment to the browser", () => {
    expect(safeReturnPath("/az/search#results")).toBe("/az/search");
  });

  it("never leads to another site, whatever is given", () => {
    const odd = fc.string({
      unit: fc.constantFrom("/", "\\", ".", "@", ":", "\t", "\n", "%", "2f", "e", "#", "?", "ə"),
    });
    fc.assert(
      fc.property(
        fc.oneof(
          odd,
          odd.map((text) => `/${text}`),
          fc.webUrl(),
          fc.string(),
        ),
        (given) => {
          const safe = safeReturnPath(given) ?? "/az";
          expect(new URL(safe, SITE).origin).toBe(SITE);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
