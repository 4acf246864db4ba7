import { describe, expect, it } from "vitest";
import { draftFactsOf } from "~/modules/catalog/drafts/draft-facts-of";
import { draftTexts } from "~/modules/catalog/drafts/draft-texts";
import { findWorkingListing } from "~/modules/catalog/working/read-listing.server";
import { makeApprovedSeller, makeListing, type ListingOptions } from "~db/factories";
import { draftListingText } from "~/modules/catalog/index.server";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { later, makeDraft, makeWorkshop, workingOf } from "~tests/support/workshop";

async function draftsOf(options: ListingOptions) {
  const { sellerId } = await makeApprovedSeller(testDb);
  const { listingId } = await makeListing(testDb, { sellerId, ...options });
  await testDb
    .updateTable("listings")
    .set({ lengthMm: 80, widthMm: 75, heightMm: 70 })
    .where("id", "=", listingId)
    .execute();
  const working = await findWorkingListing(testDb, { listingId, sellerId });
  if (!working) throw new Error("the listing is not there");
  const facts = draftFactsOf(working);
  return { en: draftTexts(facts, "en"), ru: draftTexts(facts, "ru") };
}

describe("drafts of a working listing", () => {
  it("say what its title, its facts and its place say", async () => {
    const drafts = await draftsOf({
      title: "Döymə mis fincan «Bahar»",
      materialIds: ["copper", "tin"],
      placeId: "lahic",
      stockPolicy: "one_of_a_kind",
    });

    expect(drafts.en).toEqual({
      title: "Hand-hammered copper cup from Lahij",
      description:
        "The cup is made of copper and tin. It is hammered by hand in Lahij, Azerbaijan. It measures 8 × 7.5 × 7 cm. It is one of a kind.",
    });
    expect(drafts.ru.title).toBe("Медная чашка ручной ковки из Лагича");
  });

  it("leave out what is not known", async () => {
    const drafts = await draftsOf({
      title: "Yeni elan",
      techniqueId: null,
      placeId: null,
      materialIds: [],
      stockPolicy: null,
    });

    expect(drafts.en).toEqual({
      title: "Piece of copperware",
      description: "The piece of copperware measures 8 × 7.5 × 7 cm.",
    });
    expect(drafts.ru).toEqual({ title: "Медное изделие", description: "Размеры: 8 × 7,5 × 7 см." });
  });

  it("say of a service how it is done, from where and how soon", async () => {
    const { en } = await draftsOf({
      kind: "service",
      categoryId: "graphic-design",
      title: "Loqo dizaynı",
      deliveryMode: "mixed",
      leadTimeDays: 5,
    });

    expect(en).toEqual({
      title: "Logo design from Baku",
      description:
        "The work is done online and in person; the seller is based in Baku, Azerbaijan. Turnaround is 5 days.",
    });
  });
});

it("call a thing by the material of its title, not by the box that stands first", async () => {
  const workshop = await makeWorkshop();
  const listingId = await makeDraft(workshop, { title: { az: "Döymə mis cəzvə" }, materialIds: ["tin", "copper"] });

  await draftListingText(testDb, workshop.seller, newKey(), { listingId, locale: "en" }, later());

  const { texts } = await workingOf(listingId);
  expect(texts.find(({ locale }) => locale === "en")?.title).toContain("copper jezve");
});
