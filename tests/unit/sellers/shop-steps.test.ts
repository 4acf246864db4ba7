import { describe, expect, it } from "vitest";
import {
  canEditStep,
  canTakeOrders,
  isStepDone,
  missingForOrders,
  nextStep,
  SHORTEST_STORY,
  stepAfter,
  stepsOf,
  whyNotSubmit,
  type ShopFacts,
} from "~/modules/sellers/shop-steps";
import { SHOP_STEPS } from "~/modules/sellers/step-names";

const filled: ShopFacts = {
  status: "draft",
  name: "Lahıc Misgərləri",
  offering: "goods",
  categoryIds: ["copperware"],
  placeId: "lahic",
  tagline: undefined,
  story: "a".repeat(SHORTEST_STORY),
  coverMediaId: undefined,
  logoMediaId: undefined,
  phone: "+994501234567",
  email: undefined,
  legalForm: undefined,
  voen: undefined,
  paperId: undefined,
  iban: undefined,
};
const registered = {
  ...filled,
  legalForm: "llc",
  voen: "1401555071",
  paperId: "00000000-0000-8000-8000-000000000000",
  iban: "AZ21NABZ00000000137010001944",
} as const satisfies ShopFacts;

describe("the steps of a shop", () => {
  it("lead to the first that is not done", () => {
    expect(nextStep({ ...filled, categoryIds: [], story: undefined })).toBe("making");
    expect(nextStep({ ...filled, name: " " })).toBe("place");
    expect(nextStep({ ...filled, phone: undefined })).toBe("contacts");
    expect(nextStep({ ...filled, story: undefined })).toBe("story");
    expect(nextStep(filled)).toBeUndefined();
  });

  it("do not wait for pictures, which are done when there is a cover or a logo", () => {
    expect(isStepDone("pictures", filled)).toBe(false);
    expect(isStepDone("pictures", { ...filled, logoMediaId: "logo" })).toBe(true);
    expect(isStepDone("pictures", { ...filled, coverMediaId: "cover" })).toBe(true);
    expect(whyNotSubmit(filled)).toBeUndefined();
  });

  it("of number, paper and account are for owner and managers", () => {
    expect(stepsOf({ ...filled, sellerId: "one", version: 1 }, "editor", []).own).toEqual([
      "making",
      "place",
      "contacts",
      "story",
      "pictures",
    ]);
    expect(stepsOf({ ...filled, sellerId: "one", version: 1 }, "manager", []).own).toEqual(SHOP_STEPS);
  });

  it.each([
    ["making", "draft", "manager", "place"],
    ["story", "draft", "manager", "pictures"],
    ["pictures", "draft", "manager", "legal"],
    ["pictures", "draft", "editor", undefined],
    ["bank", "draft", "owner", undefined],
    ["place", "approved", "owner", undefined],
  ] as const)("after %s lead the %s shop's %s on", (step, status, role, after) => {
    expect(stepAfter(step, status, role)).toBe(after);
  });

  it.each([
    ["draft", SHOP_STEPS],
    ["submitted", ["contacts", "legal", "paper", "bank"]],
    ["changes_requested", SHOP_STEPS],
    ["approved", SHOP_STEPS],
    ["suspended", []],
  ] as const)("of a shop that is %s are open: %j", (status, open) => {
    expect(SHOP_STEPS.filter((step) => canEditStep(step, status))).toEqual(open);
  });

  it("count letters of a story, not spaces around it", () => {
    expect(isStepDone("story", { ...filled, story: ` ${"ə".repeat(SHORTEST_STORY - 1)} ` })).toBe(false);
    expect(isStepDone("story", { ...filled, story: "ə".repeat(SHORTEST_STORY) })).toBe(true);
  });
});

describe("sending a shop to the Federation", () => {
  it.each([
    ["a filled draft", filled, undefined],
    ["one that was sent back", { ...filled, status: "changes_requested" as const }, undefined],
    ["one that is there already", { ...filled, status: "submitted" as const }, "already-submitted"],
    ["an approved one", { ...filled, status: "approved" as const }, "already-approved"],
    ["a suspended one", { ...filled, status: "suspended" as const }, "suspended"],
    ["one that says not what it makes", { ...filled, categoryIds: [] }, "making-missing"],
    ["one without a name", { ...filled, name: "" }, "place-missing"],
    ["one that nobody can reach", { ...filled, phone: undefined }, "contacts-missing"],
    ["one without a story", { ...filled, story: "Mis." }, "story-missing"],
  ])("%s", (_what, shop, refusal) => {
    expect(whyNotSubmit(shop)).toBe(refusal);
  });
});

describe("ordering from a shop", () => {
  it("needs its approval, its registration by number and paper, and an account", () => {
    expect(canTakeOrders({ ...registered, status: "approved" })).toBe(true);
    expect(missingForOrders(registered)).toEqual([]);
  });

  it.each([
    ["is not approved yet", registered, []],
    ["was suspended", { ...registered, status: "suspended" as const }, []],
    ["has no number", { ...registered, status: "approved" as const, voen: undefined }, ["legal"]],
    ["has no legal form", { ...registered, status: "approved" as const, legalForm: undefined }, ["legal"]],
    ["has brought no paper", { ...registered, status: "approved" as const, paperId: undefined }, ["paper"]],
    ["has no account", { ...registered, status: "approved" as const, iban: undefined }, ["bank"]],
    ["has nothing of it", { ...filled, status: "approved" as const }, ["legal", "paper", "bank"]],
  ])("is not possible while it %s", (_what, shop, missing) => {
    expect(canTakeOrders(shop)).toBe(false);
    expect(missingForOrders(shop)).toEqual(missing);
  });
});
