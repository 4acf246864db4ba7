import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { whyNotPassword } from "~/modules/accounts/password-rules.server";

describe("a password", () => {
  it.each([
    "üç mis fincan rəfdə",
    "correct horse battery staple",
    "Tf7#mQ2!vLx9",
    "чайник на медном подносе",
    "🐪🐪🐫 karvan yolda 🐫",
  ])("may be %s", (password) => {
    expect(whyNotPassword(password, ["Aynur Quliyeva", "aynur@example.org"])).toBeUndefined();
  });

  it.each([
    ["nine characters", "abcdefgh9", "too-short"],
    ["nine letters that take more bytes", "əğışçöüйё", "too-short"],
    ["201 characters", `q7${"xk29z".repeat(40)}`.slice(0, 201), "too-long"],
    ["a leaked one", "1234567890", "common"],
    ["a leaked one in capitals", "QWERTYUIOP", "common"],
    ["a leaked word with digits behind it", "password2026", "common"],
    ["a leaked word with digits and signs around it", "123dragon!!!", "common"],
    ["one piece again and again", "abcabcabcabc", "common"],
    ["one letter again and again", "zzzzzzzzzzzz", "common"],
    ["a run of the alphabet", "abcdefghijklm", "common"],
    ["the own name with a year", "Quliyeva2026", "own-name"],
    ["the mailbox's name", "!aynurchik_90!", "own-name"],
  ])("may not be %s", (_what, password, refusal) => {
    expect(whyNotPassword(password, ["Aynur Quliyeva", "aynurchik_90@example.org"])).toBe(refusal);
  });

  it("is judged the same whatever letters are large, but for its length", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9 ]{10,40}$/), (password) => {
        expect(whyNotPassword(password.toUpperCase())).toBe(whyNotPassword(password));
      }),
    );
  });
});
