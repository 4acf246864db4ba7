import { describe, expect, it } from "vitest";
import {
  acceptOrder,
  answerProblem,
  askStaff,
  countWaitingOrders,
  findBuyersOrder,
  findSellersOrder,
  findStaffOrder,
  listBuyersOrders,
  listSellersOrders,
  listStaffOrders,
  reportProblem,
  type OrdersQuestion,
} from "~/modules/orders/index.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { makeInquirer, makeOrder, makeSellerActor, type MadeOrder } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { inDays, ship } from "~tests/support/order";

const asBuyer = ({ inquirer, orderId }: MadeOrder, now = inDays(2)) =>
  runWithLocale("en", () => findBuyersOrder(testDb, inquirer, { orderId, lang: "en" }, now));
const asSeller = ({ sellerId, orderId }: MadeOrder, now = inDays(2)) =>
  runWithLocale("en", () => findSellersOrder(testDb, sellerId, { orderId, lang: "en" }, now));

describe("an order's page", () => {
  it("says in the reader's words what was ordered and what it costs, to the penny", async () => {
    const made = await makeOrder(testDb, {
      lines: [
        { quantity: 2, unitMinor: 3000 },
        { quantity: 1, unitMinor: 1250 },
      ],
    });
    const view = await asBuyer(made);
    expect(view).toMatchObject({
      statusText: "Paid",
      goods: "€72.50",
      shipping: "€9",
      total: "€81.50",
      received: "€81.50",
    });
    expect(view?.lines.map(({ title, price, total, quantity }) => [title.text, quantity, price, total])).toEqual([
      ["Copper cup", 2, "€30", "€60"],
      ["Copper cup", 1, "€12.50", "€12.50"],
    ]);
    expect(view?.dues).toMatchObject([
      { label: "The whole amount", amount: "€81.50", isPaid: true, when: "Paid on 24 Nov 2026" },
    ]);
    expect(view?.buyer.address).toEqual(["Jonas Petersen", "Speicherweg 12", "20457 Hamburg", "Germany"]);
    expect(view?.merchant).toContain("Karvan Trade GmbH, Hafenstraße 1, 20457 Hamburg, Germany");
  });

  it("shows where the order is: what is done, where it is, what lies ahead", async () => {
    const made = await makeOrder(testDb, { status: "awaiting_acceptance" });
    await acceptOrder(testDb, made.seller, newKey(), made.orderId, inDays(1));
    const view = await asBuyer(made);
    expect(view?.stages.map(({ stage, state, on }) => [stage, state, on])).toEqual([
      ["placed", "done", "24 Nov 2026"],
      ["accepted", "here", "25 Nov 2026"],
      ["paid", "next", undefined],
      ["prepared", "ahead", undefined],
      ["shipped", "ahead", undefined],
      ["completed", "ahead", undefined],
    ]);
    expect(view?.clocks).toEqual([
      "The payment must arrive by 28 Nov 2026; after that the order is cancelled automatically.",
    ]);
  });

  it.each([
    ["shipped", {}, ["placed", "paid", "prepared", "shipped"], "completed"],
    ["in_preparation", { delivery: "pick_up", paymentMethod: "at_pick_up" }, ["placed"], "prepared"],
    ["delivered", { kind: "service" }, ["placed", "paid", "prepared", "delivered"], "completed"],
    ["completed", {}, ["placed", "paid", "prepared", "shipped", "completed"], undefined],
  ] as const)("marks where a %s order is", async (status, options, done, next) => {
    const stages = (await asBuyer(await makeOrder(testDb, { status, ...options })))?.stages ?? [];
    const past = stages.filter(({ state }) => state === "done" || state === "here");
    expect(past.map(({ stage }) => stage)).toEqual(done);
    expect(stages.filter(({ state }) => state === "here").map(({ stage }) => stage)).toEqual(done.slice(-1));
    expect(stages.find(({ state }) => state === "next")?.stage).toBe(next);
  });

  it("waits for no payment of what is paid at the door, and speaks of rounds of changes only where there are some", async () => {
    const atDoor = await makeOrder(testDb, {
      status: "pending_payment",
      delivery: "pick_up",
      paymentMethod: "at_pick_up",
    });
    expect((await asSeller(atDoor))?.statusText).toBe("Pays at pick-up");
    const listed = await runWithLocale("en", () =>
      listSellersOrders(testDb, atDoor.sellerId, {
        status: undefined,
        hasProblem: false,
        words: "",
        page: 1,
        lang: "en",
      }),
    );
    expect(listed.rows[0]?.statusText).toBe("Pays at pick-up");
    const service = { kind: "service", lines: [{ quantity: 1 }] } as const;
    const none = await makeOrder(testDb, { ...service, listing: { revisionsIncluded: 0 } });
    expect((await asBuyer(none))?.rounds).toBeUndefined();
    const one = await makeOrder(testDb, { ...service, listing: { revisionsIncluded: 1 } });
    expect((await asBuyer(one))?.rounds).toEqual({ left: 1, included: 1 });
  });

  it("says how an order ended early", async () => {
    const made = await makeOrder(testDb, { status: "cancelled" });
    const view = await asBuyer(made);
    expect(view?.stages.map(({ stage, state }) => [stage, state])).toEqual([
      ["placed", "done"],
      ["cancelled", "ended"],
    ]);
    // She gave none.
    expect(view?.cancelled).toEqual({ reason: undefined, words: undefined });
    expect((await asSeller(made))?.cancelled?.reason).toBe("The buyer changed their mind");
  });

  it("says of an open matter whose turn it is, and until when an answer stands", async () => {
    const made = await makeOrder(testDb, { status: "shipped" });
    const { inquirer, orderId, seller } = made;
    const report = { orderId, kind: "problem", words: "A cup is broken.", wantedMinor: undefined } as const;
    await reportProblem(testDb, inquirer, newKey(), report, inDays(2));
    const firstClocks = async () => [(await asBuyer(made))?.clocks[0], (await asSeller(made))?.clocks[0]];
    expect(await firstClocks()).toEqual([
      "It is the seller’s turn to answer. If no answer comes, ask the Federation to decide.",
      "It is your turn to answer. The buyer may ask the Federation to decide at any time.",
    ]);
    await answerProblem(testDb, seller, newKey(), { orderId, words: "I send another." }, inDays(2));
    expect(await firstClocks()).toEqual([
      "The seller has answered. If that does not settle it, ask the Federation to decide; otherwise the matter is closed on 3 Dec 2026.",
      "The seller has answered. Unless the buyer asks the Federation to decide, the matter is closed on 3 Dec 2026.",
    ]);
    await askStaff(testDb, inquirer, newKey(), { orderId, words: "I want my money." }, inDays(2));
    expect(await firstClocks()).toEqual(
      Array.from({ length: 2 }, () => "The Federation decides; until then nothing completes and nothing is paid out."),
    );
  });

  it("offers each side what it may do, and says why something has to wait", async () => {
    const made = await makeOrder(testDb, { dispute: "open" });
    expect((await asBuyer(made))?.deeds).toEqual([
      { deed: "problem", why: undefined },
      { deed: "refund", why: undefined },
      {
        deed: "cancel",
        why: "Your bank has an open dispute about this payment; until it ends this cannot be done here.",
      },
    ]);
    expect((await asSeller(made))?.deeds).toContainEqual({
      deed: "cancel",
      why: "The buyer's bank has an open dispute; please wait for its end.",
    });
    const asked = await makeOrder(testDb, { status: "awaiting_acceptance" });
    expect((await asSeller(asked))?.deeds.map(({ deed, why }) => [deed, why])).toEqual([
      ["accept", undefined],
      ["decline", undefined],
    ]);
    const staff = await runWithLocale("en", () =>
      findStaffOrder(testDb, { orderId: asked.orderId, lang: "en" }, inDays(1)),
    );
    expect(staff?.deeds).toEqual([{ deed: "cancel", why: undefined }]);
  });

  it("shows the parcels with what is in each, and how much is still to come", async () => {
    const made = await makeOrder(testDb, { lines: [{ quantity: 5 }] });
    await ship(made, { pieces: [{ lineId: made.lineIds[0] ?? "", quantity: 2 }] });
    const view = await asBuyer(made);
    expect(view?.parcels).toMatchObject([
      { carrier: "Azərpoçt", weight: "1.2 kg", contents: [{ title: "Copper cup", quantity: 2 }] },
    ]);
    expect(view?.piecesLeft).toBe(3);
    expect(view?.history.map(({ text, who }) => `${who}: ${text}`)).toEqual([
      "Seller: A parcel left",
      "Seller: Preparation begun",
      "Buyer: Order placed",
    ]);
  });

  it("is nobody else's: not another account's, another browser's, or another shop's", async () => {
    const [made, other] = [await makeOrder(testDb, { isGuest: true }), await makeOrder(testDb)];
    expect(await asBuyer(made)).toBeDefined();
    expect(await asBuyer({ ...made, inquirer: other.inquirer })).toBeUndefined();
    expect(await asBuyer({ ...made, inquirer: makeInquirer({ visitDigest: "x".repeat(43) }) })).toBeUndefined();
    expect(await asSeller({ ...made, sellerId: other.sellerId })).toBeUndefined();
    expect(await asBuyer(made, inDays(366))).toBeUndefined();
  });

  it("is the account's that confirmed the guest's mailbox", async () => {
    const other = await makeOrder(testDb);
    const mailbox = `${other.buyer?.userId}@example.org`;
    const made = await makeOrder(testDb, { isGuest: true, guestEmail: mailbox });
    expect(await asBuyer({ ...made, inquirer: other.inquirer })).toBeDefined();
    await testDb
      .updateTable("users")
      .set({ emailVerified: false })
      .where("id", "=", other.buyer?.userId ?? "")
      .execute();
    expect(await asBuyer({ ...made, inquirer: other.inquirer })).toBeUndefined();
  });
});

describe("lists of orders", () => {
  const ask = (changes: Partial<OrdersQuestion> = {}): OrdersQuestion => ({
    status: undefined,
    hasProblem: false,
    words: "",
    page: 1,
    lang: "en",
    ...changes,
  });

  async function makeShop() {
    const paid = await makeOrder(testDb, { placedAt: inDays(-2) });
    const seller = await makeSellerActor(testDb, paid.sellerId, "manager");
    const shipped = await makeOrder(testDb, { seller, status: "shipped", placedAt: inDays(-1) });
    const unpaid = await makeOrder(testDb, { seller, status: "pending_payment" });
    return { seller, paid, shipped, unpaid };
  }
  const listed = ({ rows }: { rows: { orderId: string }[] }) => rows.map(({ orderId }) => orderId);

  it("show what was ordered as its listing looks now, where it had no picture then", async () => {
    const made = await makeOrder(testDb, { listing: { pictures: ["front"] } });
    const seen = await asBuyer(made);
    const [row] = (await listSellersOrders(testDb, made.sellerId, ask())).rows;

    expect(seen?.lines[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(row?.sha256).toBe(seen?.lines[0]?.sha256);
  });

  it("show a shop what waits for it first, with how many there are of each", async () => {
    const { seller, paid, shipped, unpaid } = await makeShop();
    const list = await listSellersOrders(testDb, seller.sellerId, ask());
    expect(listed(list)).toEqual([paid.orderId, unpaid.orderId, shipped.orderId]);
    expect(list.counts.filter(({ count }) => count > 0)).toEqual([
      { status: "pending_payment", count: 1 },
      { status: "paid", count: 1 },
      { status: "shipped", count: 1 },
    ]);
    expect(listed(await listSellersOrders(testDb, seller.sellerId, ask({ status: "shipped" })))).toEqual([
      shipped.orderId,
    ]);
    expect(await countWaitingOrders(testDb, seller.sellerId)).toEqual({ toAccept: 0, toSend: 1, toAnswer: 0 });
  });

  it("show a shop of what waits what was ordered first, of the rest what was ordered last", async () => {
    const { seller, paid, unpaid, shipped } = await makeShop();
    const later = await makeOrder(testDb, { seller, placedAt: inDays(-1) });
    const earlier = await makeOrder(testDb, { seller, placedAt: inDays(-3) });
    expect(listed(await listSellersOrders(testDb, seller.sellerId, ask()))).toEqual(
      [earlier, paid, later, unpaid, shipped].map(({ orderId }) => orderId),
    );
  });

  it("find by number, by buyer and by what was ordered", async () => {
    const { seller, paid } = await makeShop();
    const find = async (words: string) => listed(await listSellersOrders(testDb, seller.sellerId, ask({ words })));
    expect(await find(paid.reference.toLowerCase())).toEqual([paid.orderId]);
    expect(await find("petersen")).toHaveLength(3);
    expect(await find("copper")).toHaveLength(3);
    expect(await find("carpet")).toEqual([]);
  });

  it("show who has a problem, and staff what they were asked about", async () => {
    const { seller, shipped } = await makeShop();
    const said = { orderId: shipped.orderId, kind: "problem", words: "Dented.", wantedMinor: undefined } as const;
    await reportProblem(testDb, shipped.inquirer, newKey(), said, inDays(1));
    const list = await listSellersOrders(testDb, seller.sellerId, ask({ hasProblem: true }));
    expect([listed(list), list.problems]).toEqual([[shipped.orderId], 1]);
    expect((await countWaitingOrders(testDb, seller.sellerId)).toAnswer).toBe(1);
    const disputed = await makeOrder(testDb, { dispute: "open" });
    expect(listed(await listStaffOrders(testDb, ask({ hasProblem: true })))).toContain(disputed.orderId);
    expect(listed(await listStaffOrders(testDb, ask({ words: disputed.reference })))).toEqual([disputed.orderId]);
  });

  it("show a buyer her own, and nobody else's", async () => {
    const { paid, shipped } = await makeShop();
    expect(listed(await listBuyersOrders(testDb, paid.inquirer, ask(), inDays(1)))).toEqual([paid.orderId]);
    expect(listed(await listBuyersOrders(testDb, shipped.inquirer, ask(), inDays(1)))).toEqual([shipped.orderId]);
    expect((await listSellersOrders(testDb, paid.sellerId, ask({ page: 2 }))).rows).toEqual([]);
  });
});
