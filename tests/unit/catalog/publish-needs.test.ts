import { describe, expect, it } from "vitest";
import { lackingExportFacts } from "~/modules/catalog/snapshot";
import {
  lackingToPublish,
  LISTING_TASKS,
  openTasks,
  PUBLISH_NEEDS,
  type ListingTask,
  type PublishNeed,
} from "~/modules/catalog/working/publish-needs";
import type { Working } from "~/modules/catalog/working/read-listing.server";
import { aPicture, aText, aWorkingListing, aWorkingService } from "~tests/support/working-listing";

const needsOf = (working: Working) => lackingToPublish(working).map(({ need }) => need);
const tasksOf = (working: Working) => openTasks(working).map(({ task }) => task);
const exportTier = { side: "export", minimumQuantity: 1, amountMinor: "3000", currency: "EUR" };
const homeTier = { side: "home", minimumQuantity: 1, amountMinor: "5000", currency: "AZN" };

describe("what a listing cannot be published without", () => {
  it("is nothing when everything is said", () => {
    expect(lackingToPublish(aWorkingListing())).toEqual([]);
    expect(lackingToPublish(aWorkingService())).toEqual([]);
  });

  it.each<[PublishNeed, string, Working]>([
    ["picture", "pictures", aWorkingListing({ pictures: [] })],
    ["title", "about", aWorkingListing({ texts: [aText("en"), aText("ru")] })],
    ["title", "about", aWorkingListing({ texts: [aText("az", { title: "  " })] })],
    ["price", "price", aWorkingListing({ tiers: [] })],
    ["price", "price", aWorkingListing({ tiers: [exportTier] })],
    ["stock", "stock", aWorkingListing({ listing: { stockPolicy: null } })],
    ["stock", "conditions", aWorkingService({ listing: { leadTimeDays: null } })],
  ])("is the %s, seen to on the page %s", (need, page, working) => {
    expect(lackingToPublish(working)).toEqual([{ need, page }]);
  });

  it("comes in the order of the pages when much is missing", () => {
    const empty = aWorkingListing({ pictures: [], texts: [], tiers: [], listing: { stockPolicy: null } });
    expect(needsOf(empty)).toEqual(PUBLISH_NEEDS);
  });

  it.each<[string, Working]>([
    ["one picture", aWorkingListing({ pictures: [aPicture("front")] })],
    ["a title in Azerbaijani alone", aWorkingListing({ texts: [aText("az")] })],
    ["a price on request without figures", aWorkingListing({ tiers: [], listing: { priceKind: "on_request" } })],
    ["a price at home alone", aWorkingListing({ tiers: [homeTier] })],
    ["a good's stock policy without a lead time", aWorkingListing({ listing: { leadTimeDays: null } })],
    ["a service's lead time without a stock policy", aWorkingService({ listing: { leadTimeDays: 1 } })],
  ])("is met by %s", (_what, working) => {
    expect(needsOf(working)).toEqual([]);
  });
});

describe("what a listing is better with", () => {
  it("is nothing when everything is said", () => {
    expect(openTasks(aWorkingListing())).toEqual([]);
    expect(openTasks(aWorkingService())).toEqual([]);
  });

  const OPENED: Readonly<Record<ListingTask, [page: string, working: Working]>> = {
    description: [
      "about",
      aWorkingListing({ texts: [aText("az", { description: "x".repeat(119) }), aText("en"), aText("ru")] }),
    ],
    "more-pictures": ["pictures", aWorkingListing({ pictures: [aPicture("front"), aPicture("detail")] })],
    materials: ["about", aWorkingListing({ materialIds: [] })],
    "hs-code": ["export", aWorkingListing({ listing: { hsCode: null } })],
    weight: ["export", aWorkingListing({ listing: { netWeightGrams: null, packedWeightGrams: null } })],
    size: ["export", aWorkingListing({ listing: { lengthMm: null } })],
    "packed-size": ["export", aWorkingListing({ listing: { packedLengthMm: null } })],
    "export-price": ["price", aWorkingListing({ tiers: [homeTier] })],
    incoterm: ["price", aWorkingListing({ listing: { incotermCode: null } })],
    "rights-basis": ["export", aWorkingListing({ listing: { rightsBasis: null } })],
    capacity: ["stock", aWorkingListing({ listing: { monthlyCapacity: null } })],
    english: ["en", aWorkingListing({ texts: [aText("az"), aText("ru")] })],
    russian: ["ru", aWorkingListing({ texts: [aText("az"), aText("en")] })],
    deliverables: ["conditions", aWorkingService({ texts: [aText("az"), aText("en"), aText("ru")] })],
  };

  it.each(LISTING_TASKS)("is %s, when that is missing", (task) => {
    const [page, working] = OPENED[task];
    // Without any weight a parcel has none either: that task opens with this one.
    expect(openTasks(working).filter((one) => one.task !== "packed-size" || task === "packed-size")).toEqual([
      { task, page },
    ]);
  });

  it.each<[ListingTask, string, Working]>([
    ["description", "120 letters", aWorkingListing({ texts: [aText("az", { description: "x".repeat(120) })] })],
    ["more-pictures", "three pictures", aWorkingListing()],
    ["materials", "one material", aWorkingListing({ materialIds: ["silk"] })],
    ["weight", "the weight of the parcel alone", aWorkingListing({ listing: { netWeightGrams: null } })],
    ["weight", "its own weight alone", aWorkingListing({ listing: { packedWeightGrams: null } })],
    ["export-price", "a price on request", aWorkingListing({ tiers: [], listing: { priceKind: "on_request" } })],
    ["capacity", "a capacity of none", aWorkingListing({ listing: { monthlyCapacity: 0 } })],
  ])("is %s no more with %s", (task, _with, working) => {
    expect(tasksOf(working)).not.toContain(task);
  });

  it("is an export price, too, when the listing has one but is closed to export", () => {
    expect(tasksOf(aWorkingListing({ listing: { isOpenToExport: false } }))).toEqual(["export-price"]);
  });

  it("is the size of a parcel when only its weight is known, and the other way round", () => {
    expect(tasksOf(aWorkingListing({ listing: { packedWeightGrams: null } }))).toEqual(["packed-size"]);
    expect(tasksOf(aWorkingListing({ listing: { packedLengthMm: null } }))).toEqual(["packed-size"]);
  });

  it("is a translation that somebody has read: a draft is none", () => {
    const draft = aWorkingListing({ texts: [aText("az"), aText("en", { isDraft: true }), aText("ru")] });
    expect(tasksOf(draft)).toEqual(["english"]);
  });

  it("asks a service for nothing that only a thing has", () => {
    const empty = {
      materialIds: [],
      listing: { incotermCode: null, rightsBasis: null, monthlyCapacity: null, lengthMm: null },
    };
    expect(openTasks(aWorkingService(empty))).toEqual([]);
  });

  it("is asked for in one order, the most helpful first", () => {
    const bare = aWorkingListing({ texts: [aText("az", { description: "" })], pictures: [], materialIds: [] });
    expect(tasksOf(bare)).toEqual(["description", "more-pictures", "materials", "english", "russian"]);
  });
});

describe("what keeps a good closed to export", () => {
  const facts = { kind: "good", hsCode: "741810", netWeightGrams: 400, packedWeightGrams: 500, originCountry: "AZ" };

  it.each([
    ["nothing, when code, weight and origin are known", {}, []],
    ["nothing, when only the parcel is weighed", { netWeightGrams: null }, []],
    ["nothing, when only the thing is weighed", { packedWeightGrams: null }, []],
    ["the code", { hsCode: null }, ["hsCode"]],
    ["the weight", { netWeightGrams: null, packedWeightGrams: null }, ["weight"]],
    ["the origin", { originCountry: null }, ["origin"]],
    [
      "all three",
      { hsCode: null, netWeightGrams: null, packedWeightGrams: null, originCountry: null },
      ["hsCode", "weight", "origin"],
    ],
  ])("is %s", (_what, changes, lacking) => {
    expect(lackingExportFacts({ ...facts, ...changes })).toEqual(lacking);
  });

  it("keeps no service closed", () => {
    const none = { hsCode: null, netWeightGrams: null, packedWeightGrams: null, originCountry: null };
    expect(lackingExportFacts({ kind: "service", ...none })).toEqual([]);
  });
});
