import { describe, expect, it } from "vitest";
import { createListingInput, stockTableInput } from "~/modules/catalog/index.server";
import { typed, type TypedValues } from "~tests/support/typed";

describe("the first page of a listing as it is typed", () => {
  const form = (changes: TypedValues = {}) => ({
    kind: "good",
    title: "Mis sini",
    categoryId: "copperware",
    stockPolicy: "in_stock",
    ...changes,
  });
  const valueOf = (changes: TypedValues) => typed(createListingInput, form(changes)).value;

  it("needs kind, title and category; without a price it is on request", () => {
    expect(valueOf({})).toEqual({ ...form(), price: undefined });
  });

  it("reads a price with a comma", () => {
    expect(valueOf({ price: "45,50" })?.price).toBe(4550n);
  });

  it.each([
    ["kind", { kind: "wish" }],
    ["title", { title: "M" }],
    ["categoryId", { categoryId: "" }],
    ["price", { price: "0" }],
    ["price", { price: "45,505" }],
    ["price", { price: "qırx" }],
    ["stockPolicy", { stockPolicy: "sometimes" }],
    ["stockPolicy", { stockPolicy: undefined }],
    ["stock", { stock: "-1" }],
    ["stock", { stock: "1,5" }],
    ["stock", { stockPolicy: "one_of_a_kind", stock: "2" }],
    ["leadTimeDays", { stockPolicy: "made_to_order" }],
    ["leadTimeDays", { leadTimeDays: "731" }],
  ])("is refused for its %s in %j", (field, changes) => {
    expect(typed(createListingInput, form(changes)).mistakes).toEqual([field]);
  });
});

describe("rows of the stock table as they are typed", () => {
  const listingId = "7d1c1f0a-7c52-4c55-9d2a-111111111111";
  const form = (row: TypedValues) => ({ rows: [{ listingId, priceBefore: "45.00", stockBefore: "3", ...row }] });

  it("are read with commas and spaces", () => {
    expect(typed(stockTableInput, form({ price: "1 045,50", stock: "1 200" })).value?.rows).toEqual([
      { listingId, priceBefore: 4500n, price: 104_550n, stockBefore: 3, stock: 1200 },
    ]);
  });

  it("may be left empty", () => {
    expect(typed(stockTableInput, form({ price: "", stock: "" })).value?.rows[0]).toMatchObject({ listingId });
  });

  it("take the largest stock that a listing can have, which its own page would show again", () => {
    expect(typed(stockTableInput, form({ stockBefore: "1000000", stock: "1000000" })).mistakes).toEqual([]);
  });

  it.each([
    ["rows[0].price", { price: "0" }],
    ["rows[0].price", { price: "12,345" }],
    ["rows[0].stock", { stock: "-1" }],
    ["rows[0].stock", { stock: "2.5" }],
    ["rows[0].stock", { stock: "1000001" }],
    ["rows[0].listingId", { listingId: "1" }],
  ])("are refused for %s in %j", (field, row) => {
    expect(typed(stockTableInput, form(row)).mistakes).toEqual([field]);
  });

  it("are 480 at most: twenty variants of each listing on a page", () => {
    const rows = (length: number) => ({ rows: Array.from({ length }, () => ({ listingId })) });
    expect(typed(stockTableInput, rows(480)).mistakes).toEqual([]);
    expect(typed(stockTableInput, rows(481)).mistakes).toEqual(["rows"]);
  });
});
