import { describe, expect, it } from "vitest";
import { saveListingPart } from "~/modules/catalog/index.server";
import { storedPart } from "~/modules/catalog/working/save-part.server";
import { LISTING_PARTS, type ListingPart } from "~/modules/catalog/working/parts/part";
import { makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import type { TypedValues } from "~tests/support/typed";
import {
  decide,
  deedsOf,
  fill,
  jobsOf,
  forgetJobs,
  later,
  makeDraft,
  makeWorkshop,
  publish,
  publishedOf,
  save,
  submit,
  workingOf,
} from "~tests/support/workshop";

const REFUSED = (refusal: string) => ({ ok: false, refusal });

/** What is typed into each part, and what stands in its form afterwards. */
const TYPED: Readonly<Record<ListingPart, TypedValues>> = {
  about: {
    title: "Mis dolça",
    description: "Döymə.",
    categoryId: "copperware",
    techniqueId: "hammering",
    materialIds: ["tin", "copper"],
    placeId: "lahic",
  },
  price: {
    priceKind: "tiers",
    priceUnit: "set",
    minimumOrderQuantity: "2",
    home: [
      { from: "1", amount: "45.50" },
      { from: "10", amount: "40.00" },
      { from: "", amount: "" },
      { from: "", amount: "" },
    ],
    isOpenToExport: "on",
    exportCurrency: "USD",
    abroad: [
      { from: "5", amount: "30.00" },
      { from: "", amount: "" },
      { from: "", amount: "" },
      { from: "", amount: "" },
    ],
    incotermCode: "FCA",
    incotermPlace: "Bakı",
  },
  stock: {
    stockPolicy: "made_to_order",
    leadTimeDays: "21",
    monthlyCapacity: "15",
    variants: [
      { az: "Böyük", en: "Large", ru: "Большой", sku: "B-1", stock: "2", price: "60.00" },
      { az: "Kiçik", en: "", ru: "", sku: "K-1", stock: "0", price: "" },
    ],
  },
  conditions: {
    deliveryMode: "mixed",
    leadTimeDays: "10",
    monthlyCapacity: "4",
    revisionsIncluded: "2",
    fileFormats: "PDF, AI",
    handoverChannel: "E-mail",
    workingLanguages: ["az", "ru"],
    rightsKind: "license",
    deliverables: "Üç eskiz.",
    rights: "Bir il.",
  },
  export: {
    hsCode: "741810",
    netWeightGrams: "400",
    length: "20",
    width: "10.5",
    height: "5",
    packedWeightGrams: "450",
    packedLength: "25",
    packedWidth: "15",
    packedHeight: "10",
    rightsBasis: "licence",
    hasFoodContact: "on",
    isForChildren: "on",
    restrictedMaterial: "none",
    woodSpecies: "walnut, beech",
    woodOrigin: "Quba",
    copperWeightGrams: "300",
    fibres: [
      { fibre: "wool", percent: "80" },
      { fibre: "silk", percent: "20" },
      { fibre: "", percent: "" },
      { fibre: "", percent: "" },
      { fibre: "", percent: "" },
    ],
  },
  en: { title: "Copper jug", description: "Hammered.", deliverables: "Sketches.", rights: "A year." },
  ru: { title: "Медный кувшин", description: "Чеканка.", deliverables: "Эскизы.", rights: "Год." },
};

const optionsFor = (part: ListingPart) =>
  part === "conditions" ? ({ kind: "service" } as const) : ({ title: { az: "Mis sini" } } as const);

describe.each(LISTING_PARTS)("the part %s", (part) => {
  it("keeps all that was typed, and shows it again", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop, optionsFor(part));

    const saved = await save(workshop, listingId, part, TYPED[part]);

    const { values, base } = storedPart(await workingOf(listingId), part);
    // What stands in the table of variants is looked at row by row elsewhere: it gets names and spare rows of its own.
    const { variants: _rows, ...typedValues } = TYPED[part];
    expect(values).toMatchObject(typedValues);
    expect(saved).toEqual({ ok: true, value: { base } });
  });

  it("saved as it is shown is the same again", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop, optionsFor(part));
    await save(workshop, listingId, part, TYPED[part]);
    const before = await workingOf(listingId);
    const deeds = await deedsOf(listingId);

    const { base } = storedPart(before, part);
    expect(await save(workshop, listingId, part)).toEqual({ ok: true, value: { base } });
    expect(await workingOf(listingId)).toEqual(before);
    expect(await deedsOf(listingId)).toEqual(deeds);
  });

  it("is not written over what a colleague has said since the form was shown", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop, optionsFor(part));
    const old = await fill(listingId, part);
    await save(workshop, listingId, part, TYPED[part]);
    const before = await workingOf(listingId);

    const answer = await saveListingPart(testDb, workshop.seller, newKey(), old, later());

    expect(answer).toEqual(REFUSED("changed-elsewhere"));
    expect(await workingOf(listingId)).toEqual(before);
  });

  it("is written by one of two who save at the same moment", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop, optionsFor(part));
    const form = await fill(listingId, part, TYPED[part]);

    const answers = await Promise.all(
      [1, 2, 3].map(() => saveListingPart(testDb, workshop.seller, newKey(), form, later())),
    );

    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array(2).fill(REFUSED("changed-elsewhere")));
    expect((await workingOf(listingId)).listing.version).toBe(2);
  });

  it("of another shop's listing is missing", async () => {
    const [workshop, other] = [await makeWorkshop(), await makeWorkshop()];
    const foreign = await makeDraft(other, optionsFor(part));
    const before = await workingOf(foreign);

    expect(await save(workshop, foreign, part, TYPED[part])).toEqual(REFUSED("listing-missing"));
    expect(await workingOf(foreign)).toEqual(before);
  });
});

describe("a part of a listing", () => {
  it("is written beside another part that a colleague writes at the same moment", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop);

    const answers = await Promise.all([
      save(workshop, listingId, "about", { title: "Yeni ad" }),
      save(workshop, listingId, "price", { home: [{ from: "1", amount: "70" }] }),
    ]);

    expect(answers.every(({ ok }) => ok)).toBe(true);
    const { texts, tiers, listing } = await workingOf(listingId);
    expect(texts.find(({ locale }) => locale === "az")?.title).toBe("Yeni ad");
    expect(tiers.find(({ side }) => side === "home")?.amountMinor).toBe("7000");
    expect(listing.version).toBe(3);
  });

  it("is saved once per form", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop);
    const form = await fill(listingId, "about", { title: "Yeni ad" });
    const key = newKey();
    const post = () => saveListingPart(testDb, workshop.seller, key, form, later());
    const [first, second] = await Promise.all([post(), post()]);

    expect(second).toEqual(first);
    expect((await workingOf(listingId)).listing.version).toBe(2);
  });

  it("is not written while the listing waits, and is again when it was taken back", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop);
    await submit(workshop, listingId);

    expect(await save(workshop, listingId, "about", { title: "Yeni ad" })).toEqual(REFUSED("not-editable"));
    await decide(await makeStaff(testDb, "reviewer"), listingId);
    expect((await save(workshop, listingId, "about", { title: "Yeni ad" })).ok).toBe(true);
  });

  it("is not written while a change of a published listing waits", async () => {
    const workshop = await makeWorkshop();
    const listingId = await publish(workshop, await makeStaff(testDb, "reviewer"));
    await save(workshop, listingId, "about", { title: "Yeni ad" });
    await submit(workshop, listingId);

    expect(await save(workshop, listingId, "price", { minimumOrderQuantity: "2" })).toEqual(REFUSED("not-editable"));
  });

  it("of an archived listing is not written", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop, { status: "archived" });
    expect(await save(workshop, listingId, "about", { title: "Yeni ad" })).toEqual(REFUSED("not-editable"));
  });

  it.each<[ListingPart, TypedValues, string]>([
    ["about", { categoryId: "carpets" }, "category-missing"],
    ["about", { categoryId: "craft-workshops" }, "category-missing"],
    ["about", { techniqueId: "alchemy" }, "technique-missing"],
    ["about", { materialIds: ["copper", "moonstone-dust"] }, "material-missing"],
    ["about", { placeId: "atlantis" }, "place-missing"],
    ["price", { incotermCode: "XYZ", incotermPlace: "Bakı" }, "incoterm-missing"],
    ["export", { hsCode: "000000" }, "hs-code-missing"],
    ["export", { fibres: [{ fibre: "spiderweb", percent: "100" }] }, "material-missing"],
    ["en", { title: "", description: "Hammered." }, "title-missing"],
  ])("%s with %j is refused as %s, and leaves all as it was", async (part, changes, refusal) => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop);
    const before = await workingOf(listingId);

    expect(await save(workshop, listingId, part, changes)).toEqual(REFUSED(refusal));
    expect(await workingOf(listingId)).toEqual(before);
  });

  it("is in the audit log as its writer's, and a refused one is not", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop);
    await save(workshop, listingId, "about", { title: "Yeni ad" });
    await save(workshop, listingId, "about", { placeId: "atlantis" });

    expect(await deedsOf(listingId)).toEqual([
      { action: "edit-listing", actorKind: "seller", actorId: workshop.seller.userId },
    ]);
  });
});

describe("a published listing that is written on", () => {
  it("knows that the public sees something else, until it says the same again", async () => {
    const workshop = await makeWorkshop();
    const listingId = await publish(workshop, await makeStaff(testDb, "reviewer"), { title: { az: "Mis sini" } });
    expect((await workingOf(listingId)).isChanged).toBe(false);

    await save(workshop, listingId, "about", { title: "Gümüş sini" });
    expect((await workingOf(listingId)).isChanged).toBe(true);
    expect((await publishedOf(listingId))?.texts.az.title).toBe("Mis sini");

    await save(workshop, listingId, "about", { title: "Mis sini" });
    expect((await workingOf(listingId)).isChanged).toBe(false);
  });

  it("is not changed when nothing was typed, nor by its stock", async () => {
    const workshop = await makeWorkshop();
    const listingId = await publish(workshop, await makeStaff(testDb, "reviewer"));
    for (const part of ["about", "price", "export", "en"] as const) await save(workshop, listingId, part);
    expect((await workingOf(listingId)).isChanged).toBe(false);

    const { variants } = await workingOf(listingId);
    const rows = variants.map(({ variantId, sku }) => ({ variantId, sku, stock: "9" }));
    await save(workshop, listingId, "stock", { variants: rows });
    expect((await workingOf(listingId)).isChanged).toBe(false);
  });

  it("is indexed anew when its stock is written, which is seen as it is", async () => {
    const workshop = await makeWorkshop();
    const listingId = await publish(workshop, await makeStaff(testDb, "reviewer"));
    await forgetJobs();

    await save(workshop, listingId, "about", { title: "Gümüş sini" });
    expect(await jobsOf("index-listing", listingId)).toBe(0);
    await save(workshop, listingId, "stock", { monthlyCapacity: "9" });
    expect(await jobsOf("index-listing", listingId)).toBe(1);
  });

  it("that was never published has nothing to differ from", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop);
    await save(workshop, listingId, "about", { title: "Gümüş sini" });
    expect((await workingOf(listingId)).isChanged).toBe(false);
  });
});
