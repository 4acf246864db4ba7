import { describe, expect, it } from "vitest";
import { aboutInput, MOST_MATERIALS } from "~/modules/catalog/working/parts/about-schema.server";
import { conditionsInput } from "~/modules/catalog/working/parts/conditions-schema.server";
import { translationInput } from "~/modules/catalog/working/parts/texts-schema.server";
import { typed, type TypedValues } from "~tests/support/typed";

describe("what a listing is, as it is typed", () => {
  const form = (changes: TypedValues = {}) => ({ title: "Mis sini", categoryId: "copperware", ...changes });
  const mistakesOf = (changes: TypedValues) => typed(aboutInput, form(changes)).mistakes;

  it("needs no more than title and category", () => {
    const value = { title: "Mis sini", categoryId: "copperware", materialIds: [] };
    expect(typed(aboutInput, form()).value).toEqual(value);
  });

  it("takes the same material once", () => {
    expect(typed(aboutInput, form({ materialIds: ["tin", "copper", "tin"] })).value?.materialIds).toEqual([
      "tin",
      "copper",
    ]);
  });

  it.each([
    ["title", { title: "" }],
    ["title", { title: "  M " }],
    ["title", { title: "x".repeat(121) }],
    ["categoryId", { categoryId: "" }],
    ["description", { description: "x".repeat(5_001) }],
    ["materialIds", { materialIds: Array.from({ length: MOST_MATERIALS + 1 }, (_, at) => `m${at}`) }],
  ])("is refused for its %s", (field, changes) => {
    expect(mistakesOf(changes)).toEqual([field]);
  });
});

describe("conditions of a service as they are typed", () => {
  it("may be left empty", () => {
    expect(typed(conditionsInput, {}).value).toEqual({ workingLanguages: [] });
  });

  it("are kept", () => {
    const form = { deliveryMode: "mixed", leadTimeDays: "10", workingLanguages: ["az", "ru"], rightsKind: "license" };
    expect(typed(conditionsInput, form).value).toEqual({ ...form, leadTimeDays: 10 });
  });

  it.each([
    ["deliveryMode", { deliveryMode: "by owl" }],
    ["leadTimeDays", { leadTimeDays: "731" }],
    ["monthlyCapacity", { monthlyCapacity: "10001" }],
    ["revisionsIncluded", { revisionsIncluded: "101" }],
    ["fileFormats", { fileFormats: "x".repeat(201) }],
    ["handoverChannel", { handoverChannel: "x".repeat(121) }],
    ["workingLanguages[0]", { workingLanguages: ["tlh"] }],
    ["rightsKind", { rightsKind: "all" }],
    ["deliverables", { deliverables: "x".repeat(5_001) }],
    ["rights", { rights: "x".repeat(5_001) }],
  ])("are refused for %s", (field, values) => {
    expect(typed(conditionsInput, values).mistakes).toEqual([field]);
  });
});

describe("a translation as it is typed", () => {
  it("may be left empty, and is taken without spaces around it", () => {
    expect(typed(translationInput, { title: "", description: "" }).value).toEqual({});
    expect(typed(translationInput, { title: " Tray " }).value).toEqual({ title: "Tray" });
  });

  it.each(["title", "description", "deliverables", "rights"])("is refused when its %s is too long", (field) => {
    expect(typed(translationInput, { [field]: "x".repeat(5_001) }).mistakes).toEqual([field]);
  });
});
