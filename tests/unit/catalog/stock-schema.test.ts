import { describe, expect, it } from "vitest";
import { MOST_VARIANTS, stockInput } from "~/modules/catalog/working/parts/stock-schema.server";
import { sentencesOf, typed, type TypedValues } from "~tests/support/typed";

const VARIANT = "7d1c1f0a-7c52-4c55-9d2a-111111111111";
const stockOf = (values: TypedValues) => typed(stockInput, values).value;
const mistakesOf = (values: TypedValues) => typed(stockInput, values).mistakes;
const rows = (...variants: TypedValues[]): TypedValues => ({ variants });

describe("stock as it is typed", () => {
  it("may be left empty altogether", () => {
    expect(stockOf({})).toEqual({ variants: [] });
  });

  it("reads whole numbers with spaces, and a price with a comma", () => {
    const given = stockOf({ monthlyCapacity: "1 000", variants: [{ stock: "1 200", price: "12,50" }] });
    expect(given).toMatchObject({
      monthlyCapacity: 1000,
      variants: [{ stock: 1200, price: 1250n }],
    });
  });

  it.each([
    ["stockPolicy", { stockPolicy: "sometimes" }],
    ["leadTimeDays", { stockPolicy: "made_to_order" }],
    ["leadTimeDays", { leadTimeDays: "731" }],
    ["leadTimeDays", { leadTimeDays: "iki" }],
    ["monthlyCapacity", { monthlyCapacity: "-1" }],
    ["variants[0].stock", rows({ stock: "1,5" })],
    ["variants[0].stock", rows({ stock: "1000001" })],
    ["variants[0].price", rows({ price: "0" })],
    ["variants[0].price", rows({ price: "12,345" })],
    ["variants[0].sku", rows({ sku: "iki söz" })],
    ["variants[0].sku", rows({ sku: "x".repeat(41) })],
    ["variants[0].az", rows({ az: "x".repeat(81) })],
    ["variants[0].variantId", rows({ variantId: "1" })],
    ["variants", rows(...Array.from({ length: MOST_VARIANTS + 1 }, (_, at) => ({ az: `${at}` })))],
  ])("is refused for its %s in %j", (field, values) => {
    expect(mistakesOf(values)).toEqual([field]);
  });

  it("takes codes with Azerbaijani letters, dots and dashes", () => {
    expect(stockOf(rows({ sku: "ŞƏKİ-1.2/a_b" }))?.variants[0]?.sku).toBe("ŞƏKİ-1.2/a_b");
  });

  it("is made to order with its days, and in stock without any", () => {
    expect(mistakesOf({ stockPolicy: "made_to_order", leadTimeDays: "0" })).toEqual([]);
    expect(mistakesOf({ stockPolicy: "in_stock" })).toEqual([]);
  });
});

describe("a piece that is one of a kind", () => {
  const oneOf = (...variants: TypedValues[]) => ({ stockPolicy: "one_of_a_kind", variants });

  it("is there once or sold", () => {
    expect(mistakesOf(oneOf({ stock: "1" }))).toEqual([]);
    expect(mistakesOf(oneOf({ variantId: VARIANT, stock: "0" }))).toEqual([]);
    expect(mistakesOf(oneOf({ variantId: VARIANT }))).toEqual([]);
  });

  it("is refused when there are two, in one row or in two", () => {
    expect(mistakesOf(oneOf({ stock: "2" }))).toEqual(["variants[0].stock"]);
    expect(mistakesOf(oneOf({ az: "Böyük", stock: "1" }, { az: "Kiçik", stock: "1" }))).toEqual(["variants[0].stock"]);
  });

  it("does not count the row that is taken away", () => {
    expect(mistakesOf(oneOf({ az: "A", stock: "1", isGone: "on" }, { az: "B", stock: "1" }))).toEqual([]);
  });
});

describe("rows of variants", () => {
  it("that say nothing are none, and one that is stored stays though it was emptied", () => {
    expect(stockOf(rows({ az: "", sku: "", stock: "" }))?.variants).toEqual([]);
    expect(stockOf(rows({ variantId: VARIANT, az: "", stock: "" }))?.variants).toHaveLength(1);
  });

  it("with a tick are gone", () => {
    expect(stockOf(rows({ variantId: VARIANT, az: "Böyük", isGone: "on" }))?.variants).toEqual([]);
  });

  it("need names when there are several, and none when there is one", () => {
    expect(mistakesOf(rows({ stock: "1" }))).toEqual([]);
    expect(mistakesOf(rows({ stock: "1" }, { az: "Kiçik", stock: "1" }))).toEqual(["variants[0].az"]);
  });

  it("need none in the empty rows behind them", () => {
    const empty = { az: "", en: "", ru: "", sku: "", stock: "", price: "", exportPrice: "" };
    expect(mistakesOf(rows({ az: "Kiçik", stock: "1" }, { az: "Böyük", stock: "1" }, empty, empty))).toEqual([]);
    expect(mistakesOf(rows({ variantId: VARIANT, stock: "1" }, empty, empty))).toEqual([]);
  });

  it("have codes of their own", () => {
    expect(mistakesOf(rows({ az: "Böyük", sku: "A" }, { az: "Kiçik", sku: "A" }))).toEqual(["variants[1].sku"]);
    expect(mistakesOf(rows({ az: "Böyük", sku: "A", isGone: "on" }, { az: "Kiçik", sku: "A" }))).toEqual([]);
  });
});

it("names two variants that are called the same, however the letters are written", () => {
  const twins = rows({ az: "Kiçik", stock: "1" }, { az: "KİÇİK", stock: "2" });
  expect(mistakesOf(twins)).toEqual(["variants[1].az"]);
  expect(sentencesOf(stockInput, twins)).toEqual(["«KİÇİK» adlı variant artıq var: başqa ad verin."]);
});
