import { describe, expect, it } from "vitest";
import { exportInput, MOST_FIBRES } from "~/modules/catalog/working/parts/export-schema.server";
import { sentencesOf, typed, type TypedValues } from "~tests/support/typed";

const factsOf = (values: TypedValues) => typed(exportInput, values).value;
const mistakesOf = (values: TypedValues) => typed(exportInput, values).mistakes;
const fibres = (...rows: [fibre: string, percent: string][]): TypedValues => ({
  fibres: rows.map(([fibre, percent]) => ({ fibre, percent })),
});

describe("facts for export as they are typed", () => {
  it("may all be left empty", () => {
    expect(factsOf({})).toEqual({ hasFoodContact: false, isForChildren: false, fibres: [] });
  });

  it.each(["741810", "7418.10", "7418 10", "74.18.10", " 741810 "])("know an HS code in %s", (hsCode) => {
    expect(factsOf({ hsCode })?.hsCode).toBe("741810");
  });

  it.each(["7418", "7418101", "74181a", "7418-10"])("refuse %s as an HS code", (hsCode) => {
    expect(mistakesOf({ hsCode })).toEqual(["hsCode"]);
  });

  it.each([
    ["12,5", 125],
    ["12.5", 125],
    ["12", 120],
    ["0,1", 1],
    ["1 200", 12_000],
    ["3000", 30_000],
  ])("keep %s cm as %s mm", (length, millimetres) => {
    expect(factsOf({ length, width: "1", height: "1" })?.length).toBe(millimetres);
  });

  it.each(["0", "0,01", "3000,1", "-5", "12,5,1", "on iki", "1e2"])("refuse %s as a length", (length) => {
    expect(mistakesOf({ length, width: "1", height: "1" })).toEqual(["length"]);
  });

  it.each([
    ["netWeightGrams", { netWeightGrams: "0" }],
    ["netWeightGrams", { netWeightGrams: "1,5" }],
    ["netWeightGrams", { netWeightGrams: "3000001" }],
    ["copperWeightGrams", { copperWeightGrams: "-1" }],
    ["rightsBasis", { rightsBasis: "found" }],
    ["restrictedMaterial", { restrictedMaterial: "unicorn" }],
    ["hasFoodContact", { hasFoodContact: "yes" }],
    ["woodSpecies", { woodSpecies: "x".repeat(201) }],
    ["woodOrigin", { woodOrigin: "x".repeat(121) }],
  ])("are refused for %s in %j", (field, values) => {
    expect(mistakesOf(values)).toEqual([field]);
  });

  it("keep ticks", () => {
    expect(factsOf({ hasFoodContact: "on" })).toMatchObject({ hasFoodContact: true, isForChildren: false });
  });
});

describe("measures", () => {
  it.each([
    ["length", { length: "20" }],
    ["length", { length: "20", width: "10" }],
    ["length", { width: "10", height: "5" }],
    ["packedLength", { packedHeight: "20" }],
  ])("have three sides or none: %s has the sentence for %j", (field, values) => {
    expect(mistakesOf(values)).toEqual([field]);
  });

  it("with three sides are taken, of the thing and of the parcel each by itself", () => {
    expect(mistakesOf({ packedLength: "20", packedWidth: "10", packedHeight: "5" })).toEqual([]);
  });
});

describe("a weight", () => {
  it("packed is not less than by itself", () => {
    expect(mistakesOf({ netWeightGrams: "500", packedWeightGrams: "499" })).toEqual(["packedWeightGrams"]);
    expect(mistakesOf({ netWeightGrams: "500", packedWeightGrams: "500" })).toEqual([]);
    expect(mistakesOf({ packedWeightGrams: "1" })).toEqual([]);
  });
});

describe("fibres", () => {
  it("add up to a hundred per cent", () => {
    expect(factsOf(fibres(["wool", "80"], ["silk", "20"], ["", ""]))?.fibres).toHaveLength(3);
    expect(mistakesOf(fibres(["wool", "80"], ["silk", "19"]))).toEqual(["fibres[0].percent"]);
    expect(mistakesOf(fibres(["wool", "80"], ["silk", "21"]))).toEqual(["fibres[0].percent"]);
  });

  it("are named with their percentage", () => {
    expect(mistakesOf(fibres(["wool", "100"], ["silk", ""]))).toEqual(["fibres[1].percent"]);
    expect(mistakesOf(fibres(["", "100"]))).toEqual(["fibres[0].fibre"]);
  });

  it("are whole per cents of at most five", () => {
    expect(mistakesOf(fibres(["wool", "99,5"], ["silk", "1"]))).toEqual(["fibres[0].percent"]);
    const many = Array.from({ length: MOST_FIBRES + 1 }, (_, at): [string, string] => [`f${at}`, "1"]);
    expect(mistakesOf(fibres(...many))).toContain("fibres");
  });
});

it("asks for grams where kilograms were typed", () => {
  expect(sentencesOf(exportInput, { netWeightGrams: "0,4" })).toEqual(["Qramla yazın, məsələn 400."]);
});
