import { describe, expect, it } from "vitest";
import { bankOf, groupedIban, maskedIban, plainIban, whyNotIban } from "~/modules/sellers/bank-account";

/** The registry's own example of Azerbaijan (ISO 13616). */
const EXAMPLE = "AZ21NABZ00000000137010001944";

describe("an IBAN", () => {
  // Examples of the ISO 13616 registry.
  it.each([
    EXAMPLE,
    "AZ37NABZ01350100000000001944",
    "GE29NB0000000101904917",
    "TR330006100519786457841326",
    "DE89370400440532013000",
    "GB29NWBK60161331926819",
    "NO9386011117947",
  ])("%s is one", (iban) => {
    expect(whyNotIban(iban)).toBeUndefined();
  });

  it.each([
    ["AZ22NABZ00000000137010001944", "check"],
    ["AZ21NABZ00000000137010001494", "check"],
    ["AZ21NABZ0000000013701000194", "length"],
    ["AZ21NABZ000000001370100019440", "length"],
    ["AZ2112340000000013701000194A", "shape"],
    ["DE8937040044", "length"],
    ["4169738812345678", "shape"],
    ["", "shape"],
    ["AZ21 NABZ 0000", "shape"],
  ])("%s is none: %s", (iban, problem) => {
    expect(whyNotIban(iban)).toBe(problem);
  });

  it("is refused with any two neighbours exchanged", () => {
    const exchanged = Array.from({ length: EXAMPLE.length - 5 }, (_, index) => {
      const at = index + 4;
      return `${EXAMPLE.slice(0, at)}${EXAMPLE[at + 1]}${EXAMPLE[at]}${EXAMPLE.slice(at + 2)}`;
    });
    expect(exchanged.filter((one) => one !== EXAMPLE && whyNotIban(one) === undefined)).toEqual([]);
  });

  it("is read as people write it, and written as they read it", () => {
    expect(plainIban(" az21 nabz 0000-0000 1370.1000 1944 ")).toBe(EXAMPLE);
    expect(groupedIban(EXAMPLE)).toBe("AZ21 NABZ 0000 0000 1370 1000 1944");
  });

  it("is told from another without being told", () => {
    expect(maskedIban(EXAMPLE)).toBe("AZ21 NABZ … 1944");
  });

  it.each([
    ["AZ21NABZ00000000137010001944", "Azərbaycan Respublikasının Mərkəzi Bankı"],
    ["AZ96AIIB00000000000000000000", "Kapital Bank"],
    ["AZ29DEMO00000000007000001111", undefined],
    ["GE29NABZ0000000101904917", undefined],
  ])("%s is at %s", (iban, bank) => {
    expect(bankOf(iban)).toBe(bank);
  });
});
