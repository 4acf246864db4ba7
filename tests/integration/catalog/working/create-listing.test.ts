import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import {
  createListing,
  createListingInput,
  duplicateListing,
  selectPublicListings,
} from "~/modules/catalog/index.server";
import { type CreateListing } from "~/modules/catalog/working/create-listing.server";
import { findWorkingListing } from "~/modules/catalog/working/read-listing.server";
import { makePicture, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { typed, type TypedValues } from "~tests/support/typed";
import { waitFor } from "~tests/support/waiting";
import {
  deedsOf,
  later,
  makeDraft,
  makeWorkshop,
  save,
  trust,
  workingOf,
  type Workshop,
} from "~tests/support/workshop";

function form(changes: TypedValues = {}): CreateListing {
  const { value } = typed(createListingInput, {
    kind: "good",
    title: "Mis sini",
    categoryId: "copperware",
    stockPolicy: "in_stock",
    ...changes,
  });
  if (!value) throw new Error("the form is wrong");
  return value;
}

const create = ({ seller }: Workshop, changes: TypedValues = {}, key = newKey()) =>
  createListing(testDb, seller, key, form(changes), later());

async function created(workshop: Workshop, changes: TypedValues = {}) {
  const made = await create(workshop, changes);
  if (!made.ok) throw new Error(made.refusal);
  return workingOf(made.value.listingId);
}

async function copied({ seller }: Workshop, listingId: string) {
  const made = await duplicateListing(testDb, seller, newKey(), listingId, later());
  if (!made.ok) throw new Error(made.refusal);
  return workingOf(made.value.listingId);
}

const countOf = async ({ sellerId }: Workshop) =>
  (await testDb.selectFrom("listings").select("id").where("sellerId", "=", sellerId).execute()).length;

/** As many listings as a shop may have, but for `spare`. */
async function fillShop({ sellerId }: Workshop, spare: number) {
  await sql`
    insert into listings (seller_id, kind, status, category_id, price_kind, created_at, updated_at)
    select ${sellerId}, 'good', 'archived', 'copperware', 'on_request', ${later()}, ${later()}
    from generate_series(1, ${5000 - spare})`.execute(testDb);
}

describe("a new listing", () => {
  it("is a draft with all that its first page said", async () => {
    const workshop = await makeWorkshop();
    const working = await created(workshop, { price: "45,50", stockPolicy: "in_stock", stock: "3", leadTimeDays: "5" });

    expect(working).toMatchObject({
      status: "draft",
      isChanged: false,
      listing: { sellerId: workshop.sellerId, kind: "good", categoryId: "copperware", originCountry: "AZ", version: 1 },
      texts: [{ locale: "az", title: "Mis sini", isDraft: false }],
      tiers: [{ side: "home", minimumQuantity: 1, amountMinor: "4550", currency: "AZN" }],
      variants: [{ stockQuantity: 3 }],
    });
    expect(working.listing).toMatchObject({ priceKind: "fixed", stockPolicy: "in_stock", leadTimeDays: 5 });
  });

  it("is seen by nobody but its team", async () => {
    const [workshop, other] = [await makeWorkshop(), await makeWorkshop()];
    const { id } = (await created(workshop)).listing;

    const isPublic = await selectPublicListings(testDb).select("listings.id").where("listings.id", "=", id).execute();
    expect(isPublic).toEqual([]);
    expect(await findWorkingListing(testDb, { listingId: id, sellerId: other.sellerId })).toBeUndefined();
    expect(await findWorkingListing(testDb, { listingId: id, sellerId: workshop.sellerId })).toBeDefined();
  });

  it("without a price is on request", async () => {
    const { listing, tiers } = await created(await makeWorkshop());
    expect(listing.priceKind).toBe("on_request");
    expect(tiers).toEqual([]);
  });

  it("that is a service has its turnaround and neither origin nor stock policy", async () => {
    const service = { kind: "service", categoryId: "craft-workshops", leadTimeDays: "10", stockPolicy: "in_stock" };
    expect((await created(await makeWorkshop(), service)).listing).toMatchObject({
      kind: "service",
      turnaroundDays: 10,
      originCountry: null,
      stockPolicy: null,
      priceUnit: "project",
    });
  });

  it("that is one of a kind is there once", async () => {
    const { variants } = await created(await makeWorkshop(), { stockPolicy: "one_of_a_kind" });
    expect(variants[0]?.stockQuantity).toBe(1);
  });

  it("in a category that needs a cultural paper knows so from the beginning", async () => {
    const workshop = await makeWorkshop();
    expect((await created(workshop, { categoryId: "carpets-pile" })).listing.needsCulturalCheck).toBe(true);
    expect((await created(workshop)).listing.needsCulturalCheck).toBe(false);
  });

  it("is made once per form, however often that is sent", async () => {
    const workshop = await makeWorkshop();
    const key = newKey();
    const [first, second] = await Promise.all([create(workshop, {}, key), create(workshop, {}, key)]);

    expect(second).toEqual(first);
    expect(await create(workshop, {}, key)).toEqual(first);
    expect(await countOf(workshop)).toBe(1);
  });

  it.each([
    ["of the other kind", { categoryId: "craft-workshops" }],
    ["that is a heading", { categoryId: "carpets" }],
    ["that nobody knows", { categoryId: "spaceships" }],
  ])("is refused in a category %s", async (_what, changes) => {
    const workshop = await makeWorkshop();
    expect(await create(workshop, changes)).toEqual({ ok: false, refusal: "category-missing" });
    expect(await countOf(workshop)).toBe(0);
  });

  it("is refused to a suspended shop, and begun by one that is not approved yet", async () => {
    expect(await create(await makeWorkshop({ status: "suspended" }))).toEqual({ ok: false, refusal: "suspended" });
    expect((await create(await makeWorkshop({ status: "draft" }))).ok).toBe(true);
  });

  it("is in the audit log as its maker's", async () => {
    const workshop = await makeWorkshop();
    const { id } = (await created(workshop)).listing;
    expect(await deedsOf(id)).toEqual([
      { action: "create-listing", actorKind: "seller", actorId: workshop.seller.userId },
    ]);
  });
});

describe("the address of a listing", () => {
  it("is its title, with a few letters behind it when another has that", async () => {
    const title = `Gümüş Üzük ${unique()}`;
    const [first, second] = [
      await created(await makeWorkshop(), { title }),
      await created(await makeWorkshop(), { title }),
    ];

    expect(first.slug).toMatch(/^gumus-uzuk-[a-z0-9]+$/);
    expect(second.slug).toMatch(new RegExp(`^${first.slug}-[0-9a-f]{6}$`));
  });

  it("is given to one of two shops that take the same title at the same moment", async () => {
    const workshops = await Promise.all(Array.from({ length: 6 }, () => makeWorkshop()));
    const title = `Eyni anda ${unique()}`;
    const made = await Promise.all(workshops.map((workshop) => created(workshop, { title })));

    expect(new Set(made.map(({ slug }) => slug)).size).toBe(6);
  });
});

describe("the most listings of a shop", () => {
  it.each<[string, (workshop: Workshop, original: string) => Promise<{ ok: boolean }>]>([
    ["begun", (workshop) => create(workshop)],
    ["copied", ({ seller }, original) => duplicateListing(testDb, seller, newKey(), original, later())],
  ])("are not passed by one that is %s while the last one is", async (_what, deed) => {
    const workshop = await makeWorkshop();
    const original = await makeDraft(workshop);
    await fillShop(workshop, 2);

    const answer = await waitFor(
      (trx) => createListing(trx, workshop.seller, newKey(), form(), later()),
      () => deed(workshop, original),
    );

    expect(answer).toEqual({ ok: false, refusal: "too-many" });
    expect(await countOf(workshop)).toBe(5000);
  });
});

describe("a copy of a listing", () => {
  it("says what the first one says, and keeps pictures, stock and address to the first", async () => {
    const workshop = await makeWorkshop();
    const original = await makeDraft(workshop, {
      title: { az: "Mis sini", en: "Copper tray" },
      materialIds: ["tin", "copper"],
      fibres: [{ fibre: "wool", percent: 100 }],
      homeTiers: [{ amountMinor: 5000 }, { minimumQuantity: 10, amountMinor: 4000 }],
      incoterm: { code: "FCA", place: "Bakı" },
      stock: [4, 5],
    });
    await save(workshop, original, "export", { length: "20", width: "10", height: "5,5", woodOrigin: "Lənkəran" });
    const [first, copy] = [await workingOf(original), await copied(workshop, original)];

    const { id: _first, ...said } = first.listing;
    const { id: _copy, ...repeated } = copy.listing;
    expect(repeated).toEqual(said);
    const marks = new Map([
      ["az", "Mis sini (surət)"],
      ["en", "Copper tray (copy)"],
    ]);
    expect(copy.texts).toEqual(first.texts.map((text) => ({ ...text, title: marks.get(text.locale) })));
    expect(copy).toMatchObject({ materialIds: first.materialIds, fibres: first.fibres });
    expect(copy.tiers).toEqual(expect.arrayContaining(first.tiers));
    expect(copy.tiers).toHaveLength(3);
    expect(copy).toMatchObject({ status: "draft", isChanged: false, submittedAt: undefined, pictures: [] });
    expect(copy.variants).toMatchObject([{ stockQuantity: 0, names: [], homeTiers: [] }]);
    expect(copy.slug).toMatch(new RegExp(`^${first.slug}-[0-9a-f]{6}$`));
  });

  it("of a published one is a draft that was never judged", async () => {
    const workshop = await makeWorkshop();
    const original = await makeDraft(workshop);
    const judged = { status: "published", isHsCodeReviewed: true, isChanged: true };
    await testDb.updateTable("listings").set(judged).where("id", "=", original).execute();

    const copy = await copied(workshop, original);
    expect(copy).toMatchObject({ status: "draft", isChanged: false });
    expect(copy.listing.isHsCodeReviewed).toBe(false);
  });

  it("keeps a translation older than the original that it is older than", async () => {
    const workshop = await makeWorkshop();
    const original = await makeDraft(workshop);
    await save(workshop, original, "en", { title: "Copper tray" });
    await save(workshop, original, "about", { description: "Başqa." });

    const { texts } = await copied(workshop, original);
    const az = texts.find(({ locale }) => locale === "az");
    const en = texts.find(({ locale }) => locale === "en");
    expect(en?.translatesVersion).toBeLessThan(az?.changedVersion ?? 0);
  });

  it("leaves the first one as it was", async () => {
    const workshop = await makeWorkshop();
    const original = await makeDraft(workshop);
    await makePicture(testDb, { listingId: original });
    const before = await workingOf(original);
    await copied(workshop, original);
    expect(await workingOf(original)).toEqual(before);
  });

  it("of another shop's listing is none", async () => {
    const [workshop, other] = [await makeWorkshop(), await makeWorkshop()];
    const foreign = await makeDraft(other);
    const answer = await duplicateListing(testDb, workshop.seller, newKey(), foreign, later());

    expect(answer).toEqual({ ok: false, refusal: "listing-missing" });
    expect(await countOf(workshop)).toBe(0);
  });

  it("is refused while the shop is suspended", async () => {
    const workshop = await makeWorkshop({ status: "suspended" });
    const original = await makeDraft(workshop);

    const answer = await duplicateListing(testDb, workshop.seller, newKey(), original, later());

    expect(answer).toEqual({ ok: false, refusal: "shop-suspended" });
    expect(await countOf(workshop)).toBe(1);
  });

  it("is made once per form, and in the audit log as its maker's", async () => {
    const workshop = await makeWorkshop();
    await trust(workshop);
    const original = await makeDraft(workshop);
    const key = newKey();
    const copy = () => duplicateListing(testDb, workshop.seller, key, original, later());
    const [first, second] = await Promise.all([copy(), copy()]);

    expect(second).toEqual(first);
    expect(await countOf(workshop)).toBe(2);
    const { id: copyId } = await testDb
      .selectFrom("listings")
      .select("id")
      .where("sellerId", "=", workshop.sellerId)
      .where("id", "<>", original)
      .executeTakeFirstOrThrow();
    expect(await deedsOf(copyId)).toEqual([
      { action: "duplicate-listing", actorKind: "seller", actorId: workshop.seller.userId },
    ]);
  });
});
