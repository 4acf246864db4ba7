import { describe, expect, it } from "vitest";
import { formatDay } from "~/modules/catalog/index.server";
import { acceptOrder } from "~/modules/orders/index.server";
import { findCheckoutStatus } from "~/modules/payments/index.server";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { makeBuyer, makeInquirer, makeSellerActor } from "~db/factories";
import { fillCart, makeCup, makeGuest, orderCart } from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { DAY_MS, DONE, lettersTo, mailOf } from "~tests/support/order";

/** One cup lies there, of the bowl one is still to be made, so that its maker is asked first. */
async function orderBoth() {
  const cup = await makeCup();
  const bowl = await makeCup({ stock: 1, stockPolicy: "made_to_order", monthlyCapacity: 20, leadTimeDays: 5 });
  const maker = await makeSellerActor(testDb, bowl.sellerId);
  const buyer = await makeBuyer(testDb, { name: "Jonas Petersen" });
  const owner = { userId: buyer.userId, visitDigest: undefined };
  await fillCart(owner, [cup, { listingId: bowl.listingId, quantity: 2 }], clock());
  const now = clock();
  const started = await orderCart({ owner, buyer, now });
  if (!started.ok || started.value.checkoutId === null) throw new Error("nothing is to be paid");
  const rows = await testDb
    .selectFrom("orders")
    .where("id", "in", started.value.orderIds)
    .select(["id", "reference", "status"])
    .execute();
  const waiting = rows.find(({ status }) => status === "awaiting_acceptance");
  const payable = rows.find(({ status }) => status === "pending_payment");
  if (!waiting || !payable) throw new Error("both can be paid, or none");
  return { buyer, maker, checkoutId: started.value.checkoutId, waiting, payable, now };
}

const see = (inquirer: Parameters<typeof findCheckoutStatus>[1], checkoutId: string) =>
  runWithLocale("en", () => findCheckoutStatus(testDb, inquirer, checkoutId, "en", clock()));

describe("what is ordered together, some of it to be paid and some to be accepted first", () => {
  it("stands on one page: what is paid, and what waits for its seller", async () => {
    const { buyer, checkoutId, waiting, payable } = await orderBoth();
    const seen = await see(makeInquirer({ userId: buyer.userId }), checkoutId);
    expect(seen).toMatchObject({
      total: "€39",
      orders: [{ orderId: payable.id }],
      waiting: [{ orderId: waiting.id, reference: waiting.reference, total: "€69" }],
    });
  });

  it("shows nothing of it that was accepted or declined since", async () => {
    const { buyer, maker, checkoutId, waiting } = await orderBoth();
    expect(await acceptOrder(testDb, maker, newKey(), waiting.id, clock())).toEqual(DONE);
    expect((await see(makeInquirer({ userId: buyer.userId }), checkoutId))?.waiting).toEqual([]);
  });

  it("does not show to one what another ordered", async () => {
    const { checkoutId } = await orderBoth();
    const stranger = await makeBuyer(testDb);
    expect(await see(makeInquirer({ userId: stranger.userId }), checkoutId)).toBeUndefined();
    const other = await orderBoth();
    const seen = await see(makeInquirer({ userId: other.buyer.userId }), other.checkoutId);
    expect(seen?.waiting).toHaveLength(1);
  });

  it("is told to both sides with the last day for the answer, and asks the buyer for no money yet", async () => {
    const { buyer, maker, waiting, now } = await orderBoth();
    const lastDay = new Date(now.getTime() + 5 * DAY_MS);
    const [letter, ...others] = await lettersTo(mailOf(buyer));
    expect(others).toEqual([]);
    expect(letter?.subject).toBe(`Order ${waiting.reference}: your request has been sent`);
    expect(letter?.text).toContain(`who has until ${formatDay(dayInBaku(lastDay), "en")} to accept it`);
    const [asked] = await lettersTo(mailOf(maker));
    expect(asked?.text).toContain(formatDay(dayInBaku(lastDay), "az"));
  });
});

it("a guest whose order waits for its seller has a link to it in her mailbox", async () => {
  const bowl = await makeCup({ stock: 1, stockPolicy: "made_to_order", monthlyCapacity: 20 });
  const owner = makeGuest();
  await fillCart(owner, [{ listingId: bowl.listingId, quantity: 2 }], clock());
  const before = new Set((await lettersTo("jonas@example.org")).map(({ subject }) => subject));
  const started = await orderCart({ owner });
  expect(started).toMatchObject({ ok: true, value: { checkoutId: null } });
  const fresh = (await lettersTo("jonas@example.org")).filter(({ subject }) => !before.has(subject));
  expect(fresh).toHaveLength(1);
  expect(fresh[0]?.text).toMatch(/http\S+\/en\/links\/\S{20,}/);
});
