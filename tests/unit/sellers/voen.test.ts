import { describe, expect, it } from "vitest";
import { LEGAL_FORMS } from "~/modules/sellers/types";
import { whyNotVoen } from "~/modules/sellers/voen";
import seeded from "~db/seed/sellers.json";

describe("a VÖEN", () => {
  // Published by python-stdnum (stdnum.az.voen) and on invoices of banks.
  it.each(["1401555071", "1400057421", "9900003611", "1700767721"])("%s is one", (voen) => {
    expect(whyNotVoen(voen)).toBeUndefined();
  });

  it.each([
    ["140155507", "length"],
    ["14015550711", "length"],
    ["140155507A", "length"],
    ["", "length"],
    ["1401555081", "check"],
    ["1401555701", "check"],
    ["4101555071", "check"],
    ["1401555073", "check"],
  ])("%s is none: %s", (voen, problem) => {
    expect(whyNotVoen(voen)).toBe(problem);
  });

  it("is refused with any one digit of it mistyped, but for the kind of taxpayer", () => {
    const voen = "1401555071";
    const mistyped = Array.from({ length: 9 }, (_, at) => at).flatMap((at) =>
      Array.from({ length: 10 }, (_digit, digit) => `${voen.slice(0, at)}${digit}${voen.slice(at + 1)}`),
    );
    expect(mistyped.filter((one) => one !== voen && whyNotVoen(one) === undefined)).toEqual([]);
  });

  it.each([
    ["1401555071", "llc", undefined],
    ["1401555071", "individual_entrepreneur", "company-number"],
    ["1401555072", "individual_entrepreneur", undefined],
    ["1401555072", "cooperative", "person-number"],
    ["1401555072", "other", undefined],
  ] as const)("%s of a %s: %s", (voen, legalForm, problem) => {
    expect(whyNotVoen(voen, legalForm)).toBe(problem);
  });

  it("of each seller of the demo fits its legal form", () => {
    const wrong = seeded.sellers.filter(({ voen, legal_form }) => {
      const legalForm = LEGAL_FORMS.find((form) => form === legal_form);
      return legalForm === undefined || whyNotVoen(voen, legalForm) !== undefined;
    });
    expect(wrong.map(({ slug }) => slug)).toEqual([]);
  });
});
