import { describe, expect, it } from "vitest";
import { reasonsFor, SHOP_FIELDS, stepOf } from "~/modules/sellers/shop-reasons";
import { changedFields, type ShopState } from "~/modules/sellers/shop-state";
import { SHOP_STEPS } from "~/modules/sellers/step-names";

const approved: ShopState = {
  offering: "goods",
  categoryIds: ["copperware"],
  placeId: "lahic",
  texts: { az: { name: "Lahıc", story: "Mis." }, en: { name: "Lahij" } },
  phone: "+994501234567",
};

describe("what a shop changed", () => {
  it.each<[string, ShopState, string[]]>([
    ["nothing", { ...approved }, []],
    ["an empty word that was not there before", { ...approved, email: undefined, voen: undefined }, []],
    ["what it makes", { ...approved, categoryIds: ["copperware", "ironwork"] }, ["making"]],
    ["goods into services", { ...approved, offering: "services" }, ["making"]],
    ["its place", { ...approved, placeId: "quba" }, ["place"]],
    ["its mailbox", { ...approved, email: "usta@example.org" }, ["contacts"]],
    ["its name", { ...approved, texts: { ...approved.texts, az: { name: "Yeni", story: "Mis." } } }, ["name"]],
    ["a translation", { ...approved, texts: { ...approved.texts, ru: { name: "Лагич" } } }, ["translations"]],
    ["number and form", { ...approved, voen: "1401555071", legalForm: "llc" }, ["legal-form", "voen"]],
    ["paper and account", { ...approved, paperId: "p2", bankAccount: "AZ21 NABZ … 1944" }, ["paper", "bank"]],
  ])("%s", (_what, after, fields) => {
    expect(changedFields(approved, after)).toEqual(fields);
  });
});

describe("a reviewer's reasons", () => {
  it("lead for every field to a step of the shop", () => {
    for (const field of SHOP_FIELDS) expect(SHOP_STEPS).toContain(stepOf(field));
    expect(stepOf("no-such-field")).toBeUndefined();
  });

  it("fit the field", () => {
    expect(reasonsFor("paper")).toContain("unreadable-paper");
    expect(reasonsFor("story")).not.toContain("unreadable-paper");
    expect(reasonsFor("story")).not.toContain("does-not-match");
    expect(reasonsFor("voen")).toContain("does-not-match");
  });
});
