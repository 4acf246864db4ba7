import { describe, expect, it } from "vitest";
import { cancelAsSeller, findBuyersDeed, findBuyersOrder, reportProblem } from "~/modules/orders/index.server";
import { giveBackAsSeller } from "~/modules/payments/refunds/give-back.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { makeInquirer } from "~db/factories";
import { makeGuest, refundsOf, sendRefunds } from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { DAY_MS, DONE, lettersTo, no } from "~tests/support/order";
import { makePaidOrder, type PaidOrder } from "~tests/support/paid-order";
import { useStripeSandbox } from "~tests/support/stripe-sandbox";
import { waitFor } from "~tests/support/waiting";

const stand = useStripeSandbox();

/** 69.00 EUR of a guest's, whose browser opens it. */
async function makePaid() {
  const made = await makePaidOrder(stand);
  const { visitDigest = "" } = makeGuest();
  const now = clock();
  await testDb
    .insertInto("orderAccesses")
    .values({ visitDigest, orderId: made.orderId, createdAt: now, expiresAt: new Date(now.getTime() + DAY_MS) })
    .execute();
  return { ...made, inquirer: makeInquirer({ visitDigest }) };
}
type Paid = Awaited<ReturnType<typeof makePaid>>;

const give = ({ seller, orderId }: PaidOrder, amountMinor: bigint, db: Db = testDb) =>
  giveBackAsSeller(db, seller, newKey(), { orderId, wanted: { what: "amount", amountMinor }, words: "One is bent." });
const askBack = ({ inquirer, orderId }: Paid, wantedMinor: bigint | undefined, db: Db = testDb) =>
  reportProblem(db, inquirer, newKey(), { orderId, kind: "refund", words: "It is bent.", wantedMinor });
/** What she was written about this order by a kind of letter. */
async function letterOf({ orderId }: PaidOrder, wanted: string): Promise<string | undefined> {
  const { reference } = await testDb
    .selectFrom("orders")
    .where("id", "=", orderId)
    .select("reference")
    .executeTakeFirstOrThrow();
  const letters = await lettersTo("jonas@example.org");
  return letters.find(({ kind, subject }) => kind === wanted && subject.includes(reference))?.text;
}
const formOf = ({ inquirer, orderId }: Paid) =>
  findBuyersDeed(testDb, inquirer, { orderId, lang: "en", deed: "refund" });

describe("money that a buyer asks back beside what has been decided already", () => {
  it("is no more than what is left, decided and sent alike", async () => {
    const made = await makePaid();
    expect(await give(made, 3000n)).toEqual(DONE);
    expect(await refundsOf(made.orderId)).toEqual(["seller 3000 asked"]);
    expect((await formOf(made))?.paidLeft).toBe("€39");
    expect(await askBack(made, 3901n)).toEqual(no("more-than-left"));
    await sendRefunds(stand, made.orderId);
    expect((await formOf(made))?.paidLeft).toBe("€39");
    expect(await askBack(made, 3901n)).toEqual(no("more-than-left"));
    expect(await askBack(made, 3900n)).toEqual(DONE);
  });

  it("is counted again where what was decided could not be sent", async () => {
    const made = await makePaid();
    expect(await give(made, 3000n)).toEqual(DONE);
    await testDb
      .updateTable("refunds")
      .set({ status: "refused", refusal: "charge-gone", endedAt: clock() })
      .where("orderId", "=", made.orderId)
      .execute();
    expect((await formOf(made))?.paidLeft).toBe("€69");
    expect(await askBack(made, 6900n)).toEqual(DONE);
  });

  it("is not asked for where all of it has been decided to go back", async () => {
    const made = await makePaid();
    expect(await give(made, 6900n)).toEqual(DONE);
    expect(await askBack(made, undefined)).toEqual(no("nothing-to-refund"));
    const page = await findBuyersOrder(testDb, made.inquirer, { orderId: made.orderId, lang: "en" });
    expect(page?.deeds.map(({ deed }) => deed)).not.toContain("refund");
  });

  it("waits for who gives back at the same moment, and then sees it", async () => {
    const made = await makePaid();
    const asked = await waitFor(
      (trx) => give(made, 3000n, trx),
      () => askBack(made, 6900n),
    );
    expect(asked).toEqual(no("more-than-left"));
  });

  it("is confirmed to her by what is left when she names no amount", async () => {
    const made = await makePaid();
    await give(made, 3000n);
    expect(await askBack(made, undefined)).toEqual(DONE);
    expect(await letterOf(made, "order-own-refund")).toContain("you asked for €39 of your order");
  });
});

describe("a letter about an order that is cancelled after a part was given back", () => {
  const cancel = ({ seller, orderId }: PaidOrder) =>
    cancelAsSeller(testDb, seller, newKey(), { orderId, reason: "out-of-stock", words: undefined });

  it.each([
    ["is on its way", async () => {}],
    ["has gone", (made: PaidOrder) => sendRefunds(stand, made.orderId)],
  ] as const)("speaks of the rest alone when that %s", async (_how, send) => {
    const made = await makePaid();
    await give(made, 3000n);
    await send(made);
    const page = await runWithLocale("en", () =>
      findBuyersDeed(testDb, made.inquirer, { orderId: made.orderId, lang: "en", deed: "cancel" }),
    );
    expect(page?.paidLeft).toBe("€39");
    expect(await cancel(made)).toEqual(DONE);
    const text = await letterOf(made, "order-cancelled-by-seller");
    expect(text).toContain("€39 goes back to the card you paid with");
    expect(text).not.toContain("in full");
  });

  it("promises nothing when all of it is on its way already", async () => {
    const made = await makePaid();
    await give(made, 6900n);
    expect(await cancel(made)).toEqual(DONE);
    const text = await letterOf(made, "order-cancelled-by-seller");
    expect(text).toContain("had to cancel your order");
    expect(text).not.toContain("goes back");
  });
});
