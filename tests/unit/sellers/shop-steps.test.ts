import { describe, expect, it } from "vitest";
import { isStepDone, nextStep, SHORTEST_STORY, whyNotSubmit, type ShopFacts } from "~/modules/sellers/shop-steps";

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
};

describe("the steps of a shop", () => {
  it("lead to the first that is not done", () => {
    expect(nextStep({ ...filled, categoryIds: [], story: undefined })).toBe("making");
    expect(nextStep({ ...filled, name: " " })).toBe("place");
    expect(nextStep({ ...filled, story: undefined })).toBe("story");
    expect(nextStep(filled)).toBeUndefined();
  });

  it("do not wait for pictures, which are done when there is a cover or a logo", () => {
    expect(isStepDone("pictures", filled)).toBe(false);
    expect(isStepDone("pictures", { ...filled, logoMediaId: "logo" })).toBe(true);
    expect(isStepDone("pictures", { ...filled, coverMediaId: "cover" })).toBe(true);
    expect(whyNotSubmit(filled)).toBeUndefined();
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
    ["one without a story", { ...filled, story: "Mis." }, "story-missing"],
  ])("%s", (_what, shop, refusal) => {
    expect(whyNotSubmit(shop)).toBe(refusal);
  });
});
