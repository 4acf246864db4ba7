import { describe, expect, it } from "vitest";
import { storedPart } from "~/modules/catalog/working/save-part.server";
import { testDb } from "~tests/support/database";
import type { TypedValues } from "~tests/support/typed";
import { makeDraft, makeWorkshop, save, workingOf, type Workshop } from "~tests/support/workshop";

const az = { az: "Böyük", en: "", ru: "" };

/** A draft with the variants given, and its variants as its form shows them. */
async function makeVariants(workshop: Workshop, ...variants: TypedValues[]) {
  const listingId = await makeDraft(workshop);
  await save(workshop, listingId, "stock", { variants });
  return { listingId, rows: await rowsOf(listingId) };
}

async function rowsOf(listingId: string) {
  const { variants } = await workingOf(listingId);
  return variants.map(({ variantId, sku, stockQuantity, names }) => ({
    variantId,
    sku,
    stock: String(stockQuantity),
    az: names.find(({ locale }) => locale === "az")?.name ?? "",
  }));
}

const skusOf = async (listingId: string) => (await workingOf(listingId)).variants.map(({ sku }) => sku);

describe("variants", () => {
  it("are added, each with its names, stock and price, and shown with room for more", async () => {
    const workshop = await makeWorkshop();
    const { listingId } = await makeVariants(
      workshop,
      { ...az, en: "Large", sku: "B", stock: "2", price: "60" },
      { az: "Kiçik", stock: "1" },
    );

    const { variants } = await workingOf(listingId);
    expect(variants).toMatchObject([
      { sku: "B", stockQuantity: 2, homeTiers: [{ minimumQuantity: 1, amountMinor: "6000", currency: "AZN" }] },
      { stockQuantity: 1, homeTiers: [] },
    ]);
    expect(variants[0]?.names).toEqual(
      expect.arrayContaining([
        { locale: "az", name: "Böyük" },
        { locale: "en", name: "Large" },
      ]),
    );
    const { values } = storedPart(await workingOf(listingId), "stock");
    expect(values.variants).toHaveLength(4);
  });

  it("are renamed and keep who they are, their place and their code", async () => {
    const workshop = await makeWorkshop();
    const { listingId, rows } = await makeVariants(workshop, { az: "A", sku: "A" }, { az: "B", sku: "B" });
    await save(workshop, listingId, "stock", { variants: [{ ...rows[0], az: "Nəhəng", sku: "" }, { ...rows[1] }] });

    expect(await rowsOf(listingId)).toEqual([{ ...rows[0], az: "Nəhəng" }, rows[1]]);
  });

  it("may exchange their codes", async () => {
    const workshop = await makeWorkshop();
    const { listingId, rows } = await makeVariants(workshop, { az: "A", sku: "A" }, { az: "B", sku: "B" });
    const exchanged = [
      { ...rows[0], sku: "B" },
      { ...rows[1], sku: "A" },
    ];
    expect((await save(workshop, listingId, "stock", { variants: exchanged })).ok).toBe(true);
    expect(await rowsOf(listingId)).toEqual(exchanged);
  });

  it("get another code when theirs was left out and given to another", async () => {
    const workshop = await makeWorkshop();
    const { listingId, rows } = await makeVariants(workshop, { az: "A", sku: "A" }, { az: "B", sku: "B" });
    const changed = [
      { ...rows[0], sku: "" },
      { ...rows[1], sku: "A" },
    ];
    expect((await save(workshop, listingId, "stock", { variants: changed })).ok).toBe(true);

    const skus = await skusOf(listingId);
    expect(skus[1]).toBe("A");
    expect(new Set(skus).size).toBe(2);
  });

  it("get codes of ours that nobody has typed", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop);
    const ours = `${listingId.slice(0, 6).toUpperCase()}-1`;
    const second = `${listingId.slice(0, 6).toUpperCase()}-2`;
    const variants = [{ az: "A" }, { az: "B", sku: ours }, { az: "C" }, { az: "D", sku: second }];
    expect((await save(workshop, listingId, "stock", { variants })).ok).toBe(true);
    expect(new Set(await skusOf(listingId)).size).toBe(4);
  });

  it("that are taken away rest, and their code may be given to a new one", async () => {
    const workshop = await makeWorkshop();
    const { listingId, rows } = await makeVariants(workshop, { az: "A", sku: "A" }, { az: "B", sku: "B" });
    const [a, b] = rows;
    const changed = [{ ...a, isGone: "on" }, { ...b }, { az: "Yeni A", sku: "A", stock: "5" }];
    expect((await save(workshop, listingId, "stock", { variants: changed })).ok).toBe(true);

    const left = await rowsOf(listingId);
    expect(left).toMatchObject([{ sku: "B" }, { sku: "A", stock: "5", az: "Yeni A" }]);
    expect(left[1]?.variantId).not.toBe(a?.variantId);
    const resting = await testDb
      .selectFrom("listingVariants")
      .select(["id", "isActive"])
      .where("id", "=", a?.variantId ?? "")
      .executeTakeFirst();
    expect(resting).toEqual({ id: a?.variantId, isActive: false });
  });

  it("may be taken away and added with the same code again and again", async () => {
    const workshop = await makeWorkshop();
    const { listingId } = await makeVariants(workshop, { az: "A", sku: "A" });
    for (const stock of ["1", "2", "3"]) {
      const [row] = await rowsOf(listingId);
      const changed = [
        { ...row, isGone: "on" },
        { az: "A", sku: "A", stock },
      ];
      expect((await save(workshop, listingId, "stock", { variants: changed })).ok).toBe(true);
      expect(await rowsOf(listingId)).toMatchObject([{ sku: "A", stock }]);
    }
  });

  it.each(["another listing's of the same shop", "another shop's", "one that rests", "one that never was"])(
    "are refused when one is %s",
    async (whose) => {
      const workshop = await makeWorkshop();
      const { listingId, rows } = await makeVariants(workshop, { az: "A", sku: "A" }, { az: "B", sku: "B" });
      const [a, b] = rows;
      const owner = whose.startsWith("another shop") ? await makeWorkshop() : workshop;
      const foreign = await makeVariants(owner, { az: "Yad", sku: "Y", stock: "7" });
      if (whose === "one that rests") await save(workshop, listingId, "stock", { variants: [{ ...b }] });
      const variantId =
        whose === "one that rests"
          ? a?.variantId
          : whose === "one that never was"
            ? "7d1c1f0a-7c52-4c55-9d2a-111111111111"
            : foreign.rows[0]?.variantId;
      const before = [await workingOf(listingId), await workingOf(foreign.listingId)];

      const answer = await save(workshop, listingId, "stock", { variants: [{ variantId, az: "Oğurluq", sku: "X" }] });

      expect(answer).toEqual({ ok: false, refusal: "variant-missing" });
      expect([await workingOf(listingId), await workingOf(foreign.listingId)]).toEqual(before);
    },
  );

  it("have a price abroad of their own, in the currency of the listing's, and go along when that changes", async () => {
    const workshop = await makeWorkshop();
    const { listingId } = await makeVariants(
      workshop,
      { ...az, sku: "B", price: "60", exportPrice: "35,50" },
      { az: "Kiçik", sku: "K" },
    );
    const abroad = async () => (await workingOf(listingId)).variants.map(({ exportTiers }) => exportTiers);
    const tier = { minimumQuantity: 1, amountMinor: "3550" };

    expect(await abroad()).toEqual([[{ ...tier, currency: "EUR" }], []]);
    expect(storedPart(await workingOf(listingId), "stock").values.variants).toMatchObject([
      { price: "60.00", exportPrice: "35.50", currency: "EUR" },
      { price: "", exportPrice: "", currency: "EUR" },
      { price: "", exportPrice: "", currency: "EUR" },
      { price: "", exportPrice: "", currency: "EUR" },
    ]);
    await save(workshop, listingId, "price", { exportCurrency: "USD" });
    expect(await abroad()).toEqual([[{ ...tier, currency: "USD" }], []]);
    expect((await workingOf(listingId)).variants[0]?.homeTiers).toMatchObject([{ currency: "AZN" }]);
  });

  it("lose their price when it is emptied, and leave the listing's own alone", async () => {
    const workshop = await makeWorkshop();
    const { listingId, rows } = await makeVariants(workshop, { az: "A", sku: "A", price: "60" });
    const { tiers } = await workingOf(listingId);
    await save(workshop, listingId, "stock", { variants: [{ ...rows[0], price: "" }] });

    const working = await workingOf(listingId);
    expect(working.variants[0]?.homeTiers).toEqual([]);
    expect(working.tiers).toEqual(tiers);
  });
});

describe("texts", () => {
  const versionsOf = async (listingId: string) => {
    const { texts } = await workingOf(listingId);
    const original = texts.find(({ locale }) => locale === "az");
    const english = texts.find(({ locale }) => locale === "en");
    return { isOlder: (english?.translatesVersion ?? 0) < (original?.changedVersion ?? 0), english, original };
  };

  it("in another language are older once the original's words change", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop, { title: { az: "Mis sini" } });
    await save(workshop, listingId, "en", { title: "Copper tray" });
    expect((await versionsOf(listingId)).isOlder).toBe(false);

    await save(workshop, listingId, "about", { title: "Gümüş sini" });
    expect((await versionsOf(listingId)).isOlder).toBe(true);

    await save(workshop, listingId, "en", {});
    expect((await versionsOf(listingId)).isOlder).toBe(false);
  });

  it("are not older because of a price, a place or another translation", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop, { title: { az: "Mis sini" } });
    await save(workshop, listingId, "en", { title: "Copper tray" });
    await save(workshop, listingId, "price", { home: [{ from: "1", amount: "70" }] });
    await save(workshop, listingId, "about", { placeId: "lahic" });
    await save(workshop, listingId, "ru", { title: "Медный поднос" });

    expect((await versionsOf(listingId)).isOlder).toBe(false);
  });

  it("of a service are older once its deliverables change", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop, { kind: "service", title: { az: "Loqo" } });
    await save(workshop, listingId, "en", { title: "Logo" });
    await save(workshop, listingId, "conditions", { deliverables: "Üç eskiz." });
    expect((await versionsOf(listingId)).isOlder).toBe(true);
  });

  it("that were drafts are read when they are saved", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop);
    await testDb
      .updateTable("listingTexts")
      .set({ isDraft: true })
      .where("listingId", "=", listingId)
      .where("locale", "=", "en")
      .execute();
    expect((await versionsOf(listingId)).english?.isDraft).toBe(true);
    await save(workshop, listingId, "en");
    expect((await versionsOf(listingId)).english?.isDraft).toBe(false);
  });

  it("without a word are taken away", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop);
    await save(workshop, listingId, "en", { title: "", description: "", deliverables: "", rights: "" });
    const { texts } = await workingOf(listingId);
    expect(texts.map(({ locale }) => locale).toSorted()).toEqual(["az", "ru"]);
  });

  it("of conditions stay when the title is written, and the other way round", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop, { kind: "service", title: { az: "Loqo" } });
    await save(workshop, listingId, "conditions", { deliverables: "Üç eskiz.", rights: "Bir il." });
    await save(workshop, listingId, "about", { title: "Loqo dizaynı" });
    expect((await versionsOf(listingId)).original).toMatchObject({
      title: "Loqo dizaynı",
      deliverables: "Üç eskiz.",
      rights: "Bir il.",
    });
  });
});

describe("facts", () => {
  it("keep staff's look at an HS code until the code is another", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop);
    await testDb.updateTable("listings").set({ isHsCodeReviewed: true }).where("id", "=", listingId).execute();
    await save(workshop, listingId, "export", { netWeightGrams: "300" });
    expect((await workingOf(listingId)).listing.isHsCodeReviewed).toBe(true);
    await save(workshop, listingId, "export", { hsCode: "" });
    expect((await workingOf(listingId)).listing.isHsCodeReviewed).toBe(false);
  });

  it("add up two rows of one fibre", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop);
    const fibres = [
      { fibre: "wool", percent: "50" },
      { fibre: "silk", percent: "20" },
      { fibre: "wool", percent: "30" },
    ];
    expect((await save(workshop, listingId, "export", { fibres })).ok).toBe(true);
    expect((await workingOf(listingId)).fibres).toEqual([
      { fibre: "wool", percent: 80 },
      { fibre: "silk", percent: 20 },
    ]);
  });

  it("follow the category: carpets need a cultural paper", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop);
    await save(workshop, listingId, "about", { categoryId: "carpets-pile" });
    expect((await workingOf(listingId)).listing.needsCulturalCheck).toBe(true);
    await save(workshop, listingId, "about", { categoryId: "copperware" });
    expect((await workingOf(listingId)).listing.needsCulturalCheck).toBe(false);
  });

  it("keep the figures of a price that is on request for a while", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop);
    const { tiers } = await workingOf(listingId);
    await save(workshop, listingId, "price", { priceKind: "on_request" });
    expect(await workingOf(listingId)).toMatchObject({ listing: { priceKind: "on_request" }, tiers });
  });
});
