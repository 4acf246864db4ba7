import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  cartView,
  changeCartLine,
  chooseDelivery,
  ownCartOf,
  putInCart,
  readCart,
  takeCartOver,
  type CartOwner,
} from "~/modules/orders/index.server";
import { cartVisitOf, drawCartVisit } from "~/platform/http/cart-visit.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { FACTORY_NOW as now, makeBuyer, unique } from "~db/factories";
import { countLines, fillCart, IN_GERMANY, makeCup, makeGuest } from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { DONE, no } from "~tests/support/order";
import { waitFor } from "~tests/support/waiting";

const who = (owner: CartOwner, clientAddress = unique()) => ({ owner, reader: IN_GERMANY, clientAddress });
const put = (owner: CartOwner, listingId: string, quantity = 1, sku?: string) =>
  putInCart(testDb, who(owner), { listingId, sku, quantity }, now);
const read = (owner: CartOwner) => readCart(testDb, { owner, reader: IN_GERMANY, currency: "EUR" }, now);

/** What a cart holds, by listing. */
async function contentOf(owner: CartOwner): Promise<Record<string, number>> {
  const { groups, gone } = await read(owner);
  const lines = [...groups.flatMap((group) => group.lines), ...gone].map(({ line }) => line);
  return Object.fromEntries(lines.map(({ listingId, quantity }) => [listingId, quantity]));
}

async function lineOf(owner: CartOwner): Promise<string> {
  const { groups } = await read(owner);
  return groups[0]?.lines[0]?.line.lineId ?? "";
}

/** A browser with a cart of its own, as its cookie says. */
function makeVisit() {
  const { digest, cookie } = drawCartVisit();
  const request = new Request("https://karvan.example/az/cart", { headers: { cookie: cookie.split(";")[0] ?? "" } });
  return { request, guest: { userId: undefined, visitDigest: digest } };
}

describe("putting something into a cart", () => {
  it("says how many are wanted, so that a second click changes nothing", async () => {
    const cup = await makeCup();
    const owner = makeGuest();
    await Promise.all([put(owner, cup.listingId, 2), put(owner, cup.listingId, 2)]);
    expect(await contentOf(owner)).toEqual({ [cup.listingId]: 2 });
    await put(owner, cup.listingId, 5);
    expect(await contentOf(owner)).toEqual({ [cup.listingId]: 5 });
    expect(await countLines(owner)).toBe(1);
  });

  it("takes the minimum order where less is asked for", async () => {
    const cup = await makeCup({ minimumOrderQuantity: 6, stock: 20 });
    const owner = makeGuest();
    expect(await put(owner, cup.listingId, 2)).toEqual({ ok: true, value: { quantity: 6 } });
    expect(await contentOf(owner)).toEqual({ [cup.listingId]: 6 });
  });

  it("keeps sizes apart", async () => {
    const cup = await makeCup({ stock: [3, 4] });
    const rows = await testDb
      .selectFrom("listingVariants")
      .where("listingId", "=", cup.listingId)
      .select("sku")
      .execute();
    const owner = makeGuest();
    for (const { sku } of rows) await put(owner, cup.listingId, 1, sku ?? undefined);
    expect(await countLines(owner)).toBe(2);
  });

  it("refuses what is not public, what nobody sells so many of, and who asks without end", async () => {
    const hidden = await makeCup();
    await testDb.updateTable("listings").set({ status: "archived" }).where("id", "=", hidden.listingId).execute();
    const owner = makeGuest();
    for (const listingId of [hidden.listingId, randomUUID()]) {
      expect(await put(owner, listingId)).toEqual(no("listing-missing"));
    }
    const cup = await makeCup();
    expect(await put(owner, cup.listingId, 100_001)).toEqual(no("too-many-pieces"));
    const clientAddress = unique();
    const asks = { listingId: randomUUID(), sku: undefined, quantity: 100_001 };
    const answers = [];
    for (let asked = 0; asked < 301; asked += 1)
      answers.push(await putInCart(testDb, who(owner, clientAddress), asks, now));
    expect(answers.slice(-2)).toEqual([no("too-many-pieces"), no("throttled")]);
    expect(await countLines(owner)).toBe(0);
  });

  it("stops at a hundred things, and keeps the hundred", async () => {
    const cup = await makeCup();
    const owner = makeGuest();
    await put(owner, cup.listingId);
    const { cartId = "" } = await read(owner);
    const { sellerId } = cup;
    const others = await Promise.all(Array.from({ length: 98 }, () => makeCup({ sellerId })));
    const lines = others.map(({ listingId }) => ({ cartId, listingId, quantity: 1, addedAt: now }));
    await testDb.insertInto("cartLines").values(lines).execute();
    const [hundredth, another] = [await makeCup({ sellerId }), await makeCup({ sellerId })];
    const answers = await Promise.all([put(owner, hundredth.listingId), put(owner, another.listingId)]);
    expect(answers.toSorted((one, other) => Number(other.ok) - Number(one.ok))).toEqual([
      { ok: true, value: { quantity: 1 } },
      no("cart-full"),
    ]);
    expect(await countLines(owner)).toBe(100);
    expect(await put(owner, cup.listingId, 3)).toMatchObject({ ok: true });
  });
});

describe("a line", () => {
  it("is changed, and taken out with none", async () => {
    const cup = await makeCup();
    const owner = makeGuest();
    await put(owner, cup.listingId);
    const lineId = await lineOf(owner);
    expect(await changeCartLine(testDb, owner, { lineId, quantity: 7 })).toEqual(DONE);
    expect(await contentOf(owner)).toEqual({ [cup.listingId]: 7 });
    expect(await changeCartLine(testDb, owner, { lineId, quantity: 100_001 })).toEqual(no("too-many-pieces"));
    expect(await changeCartLine(testDb, owner, { lineId, quantity: 0 })).toEqual(DONE);
    expect(await contentOf(owner)).toEqual({});
    expect(await changeCartLine(testDb, owner, { lineId, quantity: 1 })).toEqual(no("line-missing"));
  });

  it("of somebody else is missing, and stays as it is", async () => {
    const cup = await makeCup();
    const [owner, stranger, empty] = [makeGuest(), makeGuest(), makeGuest()];
    await put(owner, cup.listingId, 4);
    await put(stranger, cup.listingId, 1);
    const lineId = await lineOf(owner);
    for (const other of [stranger, empty]) {
      expect(await changeCartLine(testDb, other, { lineId, quantity: 9 })).toEqual(no("line-missing"));
      await changeCartLine(testDb, other, { lineId, quantity: 0 });
    }
    expect(await contentOf(owner)).toEqual({ [cup.listingId]: 4 });
  });

  it("of a listing that is gone is named, and its seller's total is of the rest", async () => {
    const gone = await makeCup({ title: { az: "Mis sərnic", en: "Copper jug", ru: "Медный кувшин" } });
    const cup = await makeCup({ sellerId: gone.sellerId });
    const owner = makeGuest();
    await fillCart(owner, [gone, cup]);
    await testDb.updateTable("listings").set({ status: "archived" }).where("id", "=", gone.listingId).execute();
    const cart = await read(owner);
    const view = await cartView(testDb, cart, IN_GERMANY, now);
    expect(view.gone.map(({ title }) => title)).toEqual(["Copper jug"]);
    expect([view.lineCount, cart.groups[0]?.total?.amountMinor]).toEqual([2, 3_900n]);
  });
});

describe("a seller whose only way is freight that has to be asked for", () => {
  it("promises no day of arrival", async () => {
    const asked = await makeCup({
      seller: { routes: [{ service: "freight", zones: [{ countries: ["DE"], daysMax: 40, rates: [] }] }] },
    });
    const owner = makeGuest();
    await fillCart(owner, [asked, await makeCup()]);
    const cart = await read(owner);
    const { groups } = await runWithLocale("en", () => cartView(testDb, cart, IN_GERMANY, now));
    const [freight, post] = groups;
    expect([freight?.problem, freight?.arrives]).toEqual(["Ask the seller what the freight costs.", undefined]);
    expect([post?.problem, post?.arrives]).toEqual([undefined, expect.stringContaining("Arrives by")]);
  });
});

describe("a guest who signs in", () => {
  it("finds her cart in her account: the larger number of the same, and what only one had", async () => {
    const [both, hers, brought] = [await makeCup(), await makeCup(), await makeCup()];
    const buyer = await makeBuyer(testDb);
    const account = { userId: buyer.userId, visitDigest: undefined };
    const { request, guest } = makeVisit();
    await fillCart(account, [{ listingId: both.listingId, quantity: 2 }, hers]);
    await fillCart(guest, [{ listingId: both.listingId, quantity: 5 }, brought]);
    await chooseDelivery(testDb, guest, { sellerId: brought.sellerId, kind: "good", service: "post" }, now);

    const owners = await Promise.all([1, 2].map(() => ownCartOf(testDb, request, buyer, now)));
    expect(await contentOf(owners[0] ?? guest)).toEqual({
      [both.listingId]: 5,
      [hers.listingId]: 1,
      [brought.listingId]: 1,
    });
    expect(await contentOf(guest)).toEqual({});
    const choices = await testDb
      .selectFrom("cartChoices")
      .where("sellerId", "=", brought.sellerId)
      .select("service")
      .execute();
    expect(choices).toEqual([{ service: "post" }]);
  });

  it("does not get back what she took out after it had come over", async () => {
    const cup = await makeCup();
    const buyer = await makeBuyer(testDb);
    const { request, guest } = makeVisit();
    await fillCart(guest, [cup]);
    const owner = await ownCartOf(testDb, request, buyer, now);
    await changeCartLine(testDb, owner, { lineId: await lineOf(owner), quantity: 0 });
    expect(await contentOf(await ownCartOf(testDb, request, buyer, now))).toEqual({});
  });

  it("gives it to the first account that signs in there, and to no other", async () => {
    const cup = await makeCup();
    const [one, other] = [await makeBuyer(testDb), await makeBuyer(testDb)];
    const { request, guest } = makeVisit();
    await fillCart(guest, [cup]);
    const ownCart = { userId: other.userId, visitDigest: undefined };
    await waitFor(
      (trx) => takeCartOver(trx, { ...guest, userId: one.userId }, now),
      () => ownCartOf(testDb, request, other, now),
    );
    expect([await contentOf({ ...ownCart, userId: one.userId }), await contentOf(ownCart)]).toEqual([
      { [cup.listingId]: 1 },
      {},
    ]);
  });
});

describe("a guest's cart that does not fit into her account's", () => {
  /** Lines of one shop, an hour older than the next cart's. */
  async function makeFull(owner: CartOwner, cups: readonly { listingId: string }[], addedAt: Date) {
    await put(owner, cups[0]?.listingId ?? "");
    const { cartId = "" } = await read(owner);
    await testDb.deleteFrom("cartLines").where("cartId", "=", cartId).execute();
    const lines = cups.map(({ listingId }) => ({ cartId, listingId, quantity: 1, addedAt }));
    await testDb.insertInto("cartLines").values(lines).execute();
  }

  it("keeps the hundred newest lines, and says how many it left out, once", async () => {
    const first = await makeCup();
    const more = await Promise.all(Array.from({ length: 103 }, () => makeCup({ sellerId: first.sellerId })));
    const cups = [first, ...more];
    const buyer = await makeBuyer(testDb);
    const account = { userId: buyer.userId, visitDigest: undefined };
    const { request, guest } = makeVisit();
    const anHourAgo = new Date(now.getTime() - 3_600_000);
    // The first of the account's is the guest's, too, and so among the newest.
    await makeFull(account, cups.slice(0, 70), anHourAgo);
    await makeFull(guest, [first, ...cups.slice(70)], now);

    expect((await ownCartOf(testDb, request, buyer, now)).leftOut).toBe(4);
    const kept = await contentOf(account);
    expect(Object.keys(kept)).toHaveLength(100);
    for (const { listingId } of [first, ...cups.slice(70)]) expect(kept[listingId]).toBe(1);
    expect((await ownCartOf(testDb, request, buyer, now)).leftOut).toBe(0);
  });
});

describe("the cookie of a cart", () => {
  it("names a cart by its digest alone", () => {
    const { digest, cookie } = drawCartVisit();
    const [pair = "", ...rest] = cookie.split("; ");
    const carries = (value: string) =>
      cartVisitOf(new Request("https://karvan.example/", { headers: { cookie: value } }));
    expect(carries(pair)).toBe(digest);
    expect(cookie).not.toContain(digest);
    expect(rest).toEqual(expect.arrayContaining(["HttpOnly", "SameSite=Lax"]));
    expect([carries("karvan_cart=short"), carries(`${pair}x`), carries("other=1")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
