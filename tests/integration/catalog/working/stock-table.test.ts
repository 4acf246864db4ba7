import { describe, expect, it } from "vitest";
import { saveStockTable, stockTableInput, submitListing } from "~/modules/catalog/index.server";
import { findWorkingListing } from "~/modules/catalog/working/read-listing.server";
import { type TableRow } from "~/modules/catalog/working/stock-table.server";
import { makeStaff, type ListingOptions } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { typed, type TypedValues } from "~tests/support/typed";
import {
  deedsOf,
  forgetJobs,
  jobsOf,
  later,
  makeDraft,
  makeWorkshop,
  publish,
  publishedOf,
  save,
  submit,
  workingOf,
  type Workshop,
} from "~tests/support/workshop";

const reviewer = await makeStaff(testDb, "reviewer");

/** A row as it is posted by a table that showed 50 manats and three pieces. */
function rowOf(listingId: string, changes: TypedValues): TableRow {
  const row = { listingId, priceBefore: "50.00", price: "50.00", stockBefore: "3", stock: "3", ...changes };
  const [found] = typed(stockTableInput, { rows: [row] }).value?.rows ?? [];
  if (!found) throw new Error("the row is wrong");
  return found;
}

const put = ({ seller }: Workshop, ...rows: TableRow[]) => saveStockTable(testDb, seller, newKey(), rows, later());
const saved = (count: number, ...left: string[]) => ({ ok: true, value: { saved: count, left } });
const DRAFT = { title: { az: "Mis sini" }, stock: 3 } as const;
const makePublic = (workshop: Workshop, options: Omit<ListingOptions, "sellerId"> = {}) =>
  publish(workshop, reviewer, { ...DRAFT, ...options });

async function figuresOf(listingId: string) {
  const { tiers, variants, listing } = await workingOf(listingId);
  const amount = tiers.find(({ side }) => side === "home")?.amountMinor;
  return { amount, stock: variants[0]?.stockQuantity, version: listing.version };
}

const publicPriceOf = async (listingId: string) => (await publishedOf(listingId))?.homeTiers[0]?.amountMinor;

describe("the table of prices and stock", () => {
  it("writes many listings at once, and none that was left as it was", async () => {
    const workshop = await makeWorkshop();
    const [first, second, third] = await Promise.all([1, 2, 3].map(() => makeDraft(workshop, DRAFT)));
    const rows = [rowOf(first ?? "", { price: "60,50" }), rowOf(second ?? "", { stock: "7" }), rowOf(third ?? "", {})];

    expect(await put(workshop, ...rows)).toEqual(saved(2));
    expect(await figuresOf(first ?? "")).toEqual({ amount: "6050", stock: 3, version: 2 });
    expect(await figuresOf(second ?? "")).toEqual({ amount: "5000", stock: 7, version: 1 });
    expect(await figuresOf(third ?? "")).toEqual({ amount: "5000", stock: 3, version: 1 });
  });

  it("makes a price public at once, and nothing else that was written since", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makePublic(workshop);
    await save(workshop, listingId, "about", { title: "Gümüş sini" });
    const before = await publishedOf(listingId);

    await put(workshop, rowOf(listingId, { price: "60" }));

    const homeTiers = [{ minimumQuantity: 1, amountMinor: "6000", currency: "AZN" }];
    expect(await publishedOf(listingId)).toEqual({ ...before, version: 3, homeTiers });
    expect(await workingOf(listingId)).toMatchObject({ isChanged: true, status: "published", listing: { version: 3 } });
    const az = (await workingOf(listingId)).texts.find(({ locale }) => locale === "az");
    expect(az?.title).toBe("Gümüş sini");
  });

  it("publishes nothing of a draft, and keeps a paused listing paused", async () => {
    const workshop = await makeWorkshop();
    const [draft, paused] = [await makeDraft(workshop, DRAFT), await makePublic(workshop)];
    await testDb.updateTable("listings").set({ status: "paused" }).where("id", "=", paused).execute();

    expect(await put(workshop, rowOf(draft, { price: "60" }), rowOf(paused, { price: "60" }))).toEqual(saved(2));
    expect(await publishedOf(draft)).toBeUndefined();
    expect(await publicPriceOf(paused)).toBe("6000");
    expect((await workingOf(paused)).status).toBe("paused");
  });

  it("keeps the price that was emptied, and writes the stock beside it", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makePublic(workshop);
    expect(await put(workshop, rowOf(listingId, { price: "", stock: "9" }))).toEqual(saved(1));
    expect(await figuresOf(listingId)).toMatchObject({ amount: "5000", stock: 9 });
    expect(await put(workshop, rowOf(listingId, { price: "", stock: "", stockBefore: "9" }))).toEqual(saved(0));
  });

  it("writes each variant's stock, and the price of all beside it", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop, { ...DRAFT, stock: [3, 5] });
    const [small, large] = (await workingOf(listingId)).variants.map(({ variantId }) => variantId);
    const unpriced = { price: undefined, priceBefore: undefined };
    const rows = [
      rowOf(listingId, { variantId: small, price: "60", stock: "4" }),
      rowOf(listingId, { ...unpriced, variantId: large, stockBefore: "5", stock: "0" }),
    ];

    expect(await put(workshop, ...rows)).toEqual(saved(1));
    const { tiers, variants } = await workingOf(listingId);
    expect(variants.map(({ stockQuantity }) => stockQuantity)).toEqual([4, 0]);
    expect(tiers.find(({ side }) => side === "home")?.amountMinor).toBe("6000");
  });

  it("leaves one variant that somebody else has changed, and writes the other", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop, { ...DRAFT, stock: [3, 5] });
    const [small, large] = (await workingOf(listingId)).variants.map(({ variantId }) => variantId);
    const unpriced = { price: undefined, priceBefore: undefined };
    const rows = [
      rowOf(listingId, { ...unpriced, variantId: small, stockBefore: "2", stock: "9" }),
      rowOf(listingId, { ...unpriced, variantId: large, stockBefore: "5", stock: "6" }),
    ];

    expect(await put(workshop, ...rows)).toEqual(saved(1, listingId));
    expect((await workingOf(listingId)).variants.map(({ stockQuantity }) => stockQuantity)).toEqual([3, 6]);
  });

  it("writes the stock of what has several prices, and not that of a variant of another listing", async () => {
    const workshop = await makeWorkshop();
    const homeTiers = [{ amountMinor: 5000 }, { minimumQuantity: 10, amountMinor: 4000 }];
    const [stepped, other] = [await makeDraft(workshop, { ...DRAFT, homeTiers }), await makeDraft(workshop, DRAFT)];
    const [foreign] = (await workingOf(other)).variants;
    const unpriced = { price: undefined, priceBefore: undefined };

    expect(await put(workshop, rowOf(stepped, { ...unpriced, stock: "8" }))).toEqual(saved(1));
    const astray = rowOf(stepped, { ...unpriced, variantId: foreign?.variantId, stock: "9" });
    expect(await put(workshop, astray)).toEqual(saved(0, stepped));
    expect((await workingOf(stepped)).tiers.filter(({ side }) => side === "home")).toHaveLength(2);
    expect((await figuresOf(stepped)).stock).toBe(8);
    expect((await figuresOf(other)).stock).toBe(3);
  });

  it("has the shop indexed anew once, when anything was written", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makePublic(workshop);
    await forgetJobs();
    await put(workshop, rowOf(listingId, {}));
    expect(await jobsOf("index-seller", workshop.sellerId)).toBe(0);
    await put(workshop, rowOf(listingId, { stock: "4" }));
    expect(await jobsOf("index-seller", workshop.sellerId)).toBe(1);
  });

  it("is in the audit log as its writer's", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop, DRAFT);
    await put(workshop, rowOf(listingId, { stock: "4" }));
    expect(await deedsOf(workshop.sellerId)).toEqual([
      { action: "edit-stock-table", actorKind: "seller", actorId: workshop.seller.userId },
    ]);
  });

  it("is written once per form", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop, DRAFT);
    const key = newKey();
    const post = () => saveStockTable(testDb, workshop.seller, key, [rowOf(listingId, { price: "60" })], later());
    expect(await Promise.all([post(), post()])).toEqual([saved(1), saved(1)]);
    expect((await figuresOf(listingId)).version).toBe(2);
  });
});

describe("a row of the table is left", () => {
  it("when somebody else has changed its price or its stock meanwhile", async () => {
    const workshop = await makeWorkshop();
    const [first, second] = [await makeDraft(workshop, DRAFT), await makeDraft(workshop, DRAFT)];
    await put(workshop, rowOf(first, { price: "55" }), rowOf(second, { stock: "2" }));

    const rows = [rowOf(first, { stock: "9" }), rowOf(second, { price: "70" })];
    expect(await put(workshop, ...rows)).toEqual(saved(0, first, second));
    expect(await figuresOf(first)).toMatchObject({ amount: "5500", stock: 3 });
    expect(await figuresOf(second)).toMatchObject({ amount: "5000", stock: 2 });
  });

  it("while it waits for the Federation, and the others are written", async () => {
    const workshop = await makeWorkshop();
    const [waiting, other] = [await makeDraft(workshop, DRAFT), await makeDraft(workshop, DRAFT)];
    await submit(workshop, waiting);
    expect(await put(workshop, rowOf(waiting, { price: "60" }), rowOf(other, { price: "60" }))).toEqual(
      saved(1, waiting),
    );
    expect(await figuresOf(waiting)).toMatchObject({ amount: "5000", version: 1 });
  });

  it("while a change of a published one waits", async () => {
    const workshop = await makeWorkshop();
    const listingId = await makePublic(workshop);
    await save(workshop, listingId, "about", { title: "Gümüş sini" });
    await submit(workshop, listingId);
    expect(await put(workshop, rowOf(listingId, { price: "60" }))).toEqual(saved(0, listingId));
    expect(await publicPriceOf(listingId)).toBe("5000");
  });

  it.each<[string, Omit<ListingOptions, "sellerId">]>([
    ["is archived", { status: "archived" }],
    ["has several variants and the row names none", { stock: [3, 3] }],
    ["has several prices", { homeTiers: [{ amountMinor: 5000 }, { minimumQuantity: 10, amountMinor: 4000 }] }],
    ["is on request", { priceKind: "on_request" }],
    ["is a service", { kind: "service" }],
  ])("when it %s", async (_what, options) => {
    const workshop = await makeWorkshop();
    const listingId = await makeDraft(workshop, { ...DRAFT, ...options });
    const before = await workingOf(listingId);
    expect(await put(workshop, rowOf(listingId, { price: "60", stock: "9" }))).toEqual(saved(0, listingId));
    expect(await workingOf(listingId)).toEqual(before);
  });

  it("with all others when it has more than one of a kind", async () => {
    const workshop = await makeWorkshop();
    const unique = await makeDraft(workshop, { ...DRAFT, stock: 1, stockPolicy: "one_of_a_kind" });
    const plain = await makeDraft(workshop, DRAFT);
    const two = rowOf(unique, { stockBefore: "1", stock: "2" });

    expect(await put(workshop, two, rowOf(plain, { stock: "7" }))).toEqual({ ok: false, refusal: "one-of-a-kind" });
    expect(await figuresOf(unique)).toMatchObject({ stock: 1 });
    expect(await figuresOf(plain)).toMatchObject({ stock: 3 });
    expect(await put(workshop, rowOf(unique, { stockBefore: "1", stock: "0" }))).toEqual(saved(1));
  });

  it("when it is another shop's, which stays as it is to the last figure", async () => {
    const [workshop, other] = [await makeWorkshop(), await makeWorkshop()];
    const [own, foreign] = [await makeDraft(workshop, DRAFT), await makePublic(other)];
    const before = [await workingOf(foreign), await publishedOf(foreign)];
    const rows = [rowOf(foreign, { price: "1", stock: "0" }), rowOf(own, { price: "60" })];

    expect(await put(workshop, ...rows)).toEqual(saved(1, foreign));
    expect([await workingOf(foreign), await publishedOf(foreign)]).toEqual(before);
  });
});

describe("at the same moment", () => {
  it("a table that names another shop's listing does not wait for who holds that", async () => {
    const [workshop, other] = [await makeWorkshop(), await makeWorkshop()];
    const foreign = await makeDraft(other, DRAFT);

    const answer = await testDb.transaction().execute(async (trx) => {
      await findWorkingListing(trx, { listingId: foreign }, { lock: true });
      return put(workshop, rowOf(foreign, { price: "60" }));
    });

    expect(answer).toEqual(saved(0, foreign));
  });

  it("two tables write each row once, and the second learns what it left", async () => {
    const workshop = await makeWorkshop();
    const ids = [await makePublic(workshop), await makePublic(workshop)];
    const table = (price: string, order: string[]) => put(workshop, ...order.map((id) => rowOf(id, { price })));

    const answers = await Promise.all([table("60", ids), table("70", ids.toReversed())]);

    const values = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
    expect(values.map((value) => value.saved).toSorted((a, b) => a - b)).toEqual([0, 2]);
    expect(values.find((value) => value.saved === 0)?.left.toSorted()).toEqual(ids.toSorted());
    const prices = await Promise.all(ids.map(publicPriceOf));
    expect(new Set(prices).size).toBe(1);
  });

  it("a table and a colleague who sends the listing: it is public with one price or waits with it", async () => {
    for (let times = 0; times < 5; times += 1) {
      const workshop = await makeWorkshop();
      const listingId = await makePublic(workshop);
      await save(workshop, listingId, "about", { title: "Gümüş sini" });

      const [table, sent] = await Promise.all([
        put(workshop, rowOf(listingId, { price: "60" })),
        submitListing(testDb, workshop.seller, newKey(), listingId, later()),
      ]);

      expect(sent).toEqual({ ok: true, value: { outcome: "in-review" } });
      const isWritten = table.ok && table.value.saved === 1;
      expect(await publicPriceOf(listingId)).toBe(isWritten ? "6000" : "5000");
      expect((await publishedOf(listingId))?.texts.az.title).toBe("Mis sini");
    }
  });
});
