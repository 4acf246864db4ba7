import { describe, expect, it } from "vitest";
import { MOST_TIERS, priceInput } from "~/modules/catalog/working/parts/price-schema.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { sentencesOf, typed, type TypedValues } from "~tests/support/typed";

const form = (changes: TypedValues = {}): TypedValues => ({
  priceKind: "fixed",
  priceUnit: "piece",
  home: [{ amount: "45" }],
  ...changes,
});
const priceOf = (changes?: TypedValues) => typed(priceInput, form(changes)).value;
const mistakesOf = (changes?: TypedValues) => typed(priceInput, form(changes)).mistakes;
const steps = (...rows: [from: string, amount: string][]): TypedValues => ({
  priceKind: "tiers",
  home: rows.map(([from, amount]) => ({ from, amount })),
});

describe("a price as it is typed", () => {
  it.each([
    ["45", 4500n],
    ["45,50", 4550n],
    ["45.5", 4550n],
    ["1 250,05", 125_005n],
    ["1\u00a0250", 125_000n],
  ])("of %s is %s qəpik", (amount, amountMinor) => {
    expect(priceOf({ home: [{ amount }] })?.homeTiers).toEqual([{ minimumQuantity: 1, amountMinor, currency: "AZN" }]);
  });

  it.each(["0", "0,00", "-5", "45,505", "qırx", "4,5,0", "1e3"])("of %s is refused", (amount) => {
    expect(mistakesOf({ home: [{ amount }] })).toEqual(["home[0].amount"]);
  });

  it("has one row when it is fixed, whatever stands below", () => {
    const home = [{ amount: "45" }, { from: "10", amount: "40" }];
    expect(priceOf({ home })?.homeTiers).toHaveLength(1);
  });

  it("has no rows when it is on request, not even wrong ones", () => {
    const given = priceOf({ priceKind: "on_request", home: [{ amount: "x" }], abroad: [{ amount: "x" }] });
    expect(given).toMatchObject({ priceKind: "on_request", homeTiers: [], exportTiers: [] });
  });

  it("abroad is in the currency that is chosen, and in euros without a choice", () => {
    expect(priceOf({ abroad: [{ amount: "30" }], exportCurrency: "USD" })?.exportTiers[0]?.currency).toBe("USD");
    expect(priceOf({ abroad: [{ amount: "30" }] })?.exportTiers[0]?.currency).toBe("EUR");
    expect(mistakesOf({ exportCurrency: "JPY" })).toEqual(["exportCurrency"]);
  });

  it.each([
    ["priceKind", { priceKind: "gift" }],
    ["priceKind", { priceKind: undefined }],
    ["priceUnit", { priceUnit: "bucket" }],
    ["minimumOrderQuantity", { minimumOrderQuantity: "0" }],
    ["minimumOrderQuantity", { minimumOrderQuantity: "2,5" }],
    ["minimumOrderQuantity", { minimumOrderQuantity: "100001" }],
    ["abroad[0].amount", { abroad: [{ amount: "-1" }] }],
    ["incotermCode", { incotermCode: "fca", incotermPlace: "Bakı" }],
    ["incotermPlace", { incotermCode: "FCA" }],
    ["incotermPlace", { incotermCode: "FCA", incotermPlace: "B".repeat(121) }],
  ])("is refused for its %s in %j", (field, changes) => {
    expect(mistakesOf(changes)).toEqual([field]);
  });

  it("asks for one piece at least when nothing is said, and for what is said otherwise", () => {
    expect(priceOf()?.minimumOrderQuantity).toBe(1);
    expect(priceOf({ minimumOrderQuantity: "1 000" })?.minimumOrderQuantity).toBe(1000);
  });

  it.each(["1.200", "1,200"])("says how to write a quantity of %s", (minimumOrderQuantity) => {
    const said = runWithLocale("en", () => sentencesOf(priceInput, form({ minimumOrderQuantity })));
    expect(said).toEqual(["If you mean 1200, write 1200, without dots or commas."]);
  });

  it("has a term of delivery with its place, or none", () => {
    const incoterm = { code: "FCA", place: "Bakı" };
    expect(priceOf({ incotermCode: "FCA", incotermPlace: " Bakı " })?.incoterm).toEqual(incoterm);
    expect(priceOf({ incotermPlace: "Bakı" })?.incoterm).toBeUndefined();
  });
});

describe("steps of a price", () => {
  it("are put in the order of their quantities", () => {
    expect(priceOf(steps(["1", "45"], ["50", "35"], ["10", "40"]))?.homeTiers).toMatchObject([
      { minimumQuantity: 1, amountMinor: 4500n },
      { minimumQuantity: 10, amountMinor: 4000n },
      { minimumQuantity: 50, amountMinor: 3500n },
    ]);
  });

  it("begin at one piece when the first row names no quantity", () => {
    expect(priceOf(steps(["", "45"], ["10", "40"]))?.homeTiers[0]?.minimumQuantity).toBe(1);
  });

  it("leave out rows that are empty, also between others", () => {
    expect(priceOf(steps(["1", "45"], ["", ""], ["10", "40"], ["", ""]))?.homeTiers).toHaveLength(2);
  });

  it.each([
    ["two at one quantity", steps(["1", "45"], ["1", "40"]), "home"],
    ["a later one that is dearer", steps(["1", "45"], ["10", "46"]), "home"],
    ["a later one that costs the same", steps(["1", "45"], ["10", "45"]), "home"],
    ["a later row without its quantity", steps(["1", "45"], ["", "40"]), "home[1].from"],
    ["a later row without its price", steps(["1", "45"], ["10", ""]), "home[1].amount"],
    ["a quantity of zero", steps(["0", "45"]), "home[0].from"],
    ["a broken quantity", steps(["1", "45"], ["2.5", "40"]), "home[1].from"],
  ])("are refused with %s", (_what, changes, field) => {
    expect(mistakesOf(changes)).toContain(field);
  });

  it("are refused abroad for the same reasons as at home", () => {
    const abroad = [
      { from: "1", amount: "30" },
      { from: "10", amount: "31" },
    ];
    expect(mistakesOf({ priceKind: "tiers", abroad })).toEqual(["abroad"]);
  });

  it("are four at most", () => {
    const rows = Array.from({ length: MOST_TIERS + 1 }, (_, at): [string, string] => [String(at + 1), String(90 - at)]);
    expect(mistakesOf(steps(...rows))).toEqual(["home"]);
  });
});

describe("what is wrong with a price", () => {
  const said = (amount: string) => sentencesOf(priceInput, form({ home: [{ amount }] }));

  it.each(["0", "0,00", "-5", "- 12,50"])("of %s is that it has to be more than zero", (amount) => {
    expect(said(amount)).toEqual(["Qiymət sıfırdan böyük olmalıdır."]);
  });

  it.each(["qırx", "45,505", "1 45"])("of %s is that it is no price", (amount) => {
    expect(said(amount)).toEqual(["Qiyməti rəqəmlə, minlikləri ayırmadan yazın, məsələn 45, 45,50 və ya 1250,50."]);
  });

  it("holds from the first piece on when it has no steps, whatever stands in the hidden quantity", () => {
    expect(priceOf({ home: [{ from: "5", amount: "45" }] })?.homeTiers[0]?.minimumQuantity).toBe(1);
  });

  it("names the place that the term asks for", () => {
    const placeOf = (incotermCode: string) => sentencesOf(priceInput, form({ incotermCode }));
    expect(placeOf("DAP")[0]).toContain("alıcının ünvanı");
    expect(placeOf("FCA")[0]).toContain("Bakı");
  });
});
