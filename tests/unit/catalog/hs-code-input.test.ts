import { describe, expect, it } from "vitest";
import { hsCodeInput } from "~/modules/catalog/working/parts/hs-code-input.server";

describe("the customs code of a form", () => {
  it.each([
    ["one that was typed", "741810", "741810"],
    ["one with a dot, as it is often written", "7418.10", "741810"],
    ["the choice of a page without scripts", ["741810", ""], "741810"],
    ["what was typed rather than the choice", ["741810", "741980"], "741980"],
    ["digits typed where another code was chosen", ["", "741980"], "741980"],
    ["none, where none was given", "", undefined],
    ["none, where the form does not ask", undefined, undefined],
    ["none, where neither was given", ["", ""], undefined],
  ])("is %s", (_what, posted, code) => {
    expect(hsCodeInput.parse(posted)).toBe(code);
  });

  it.each(["74181", "7418100", "copper"])("is not %s: a sentence says what it looks like", (posted) => {
    expect(hsCodeInput.safeParse(posted).error?.issues[0]?.message).toContain("741810");
  });
});
