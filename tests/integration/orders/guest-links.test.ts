import { describe, expect, it } from "vitest";
import {
  cancelAsBuyer,
  drawOrderLink,
  findOrderLink,
  keepOrderAccesses,
  openOrderLink,
  renewOrderLink,
} from "~/modules/orders/index.server";
import { ORDER_LINK_DAYS } from "~/modules/orders/guests/links.server";
import { makeInquirer, makeOrder, unique, type OrderOptions } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { DONE, inDays, lettersTo, no } from "~tests/support/order";

const digest = () => unique().padEnd(43, "x");

async function makeLinked(options: OrderOptions = {}) {
  const made = await makeOrder(testDb, { isGuest: true, ...options });
  const token = await testDb.transaction().execute((trx) => drawOrderLink(trx, made.orderId, inDays(0)));
  return { ...made, token };
}
const open = (token: string, visitDigest = digest(), now = inDays(1)) =>
  openOrderLink(testDb, { clientAddress: unique(), visitDigest }, token, now);

describe("a link of a letter", () => {
  it("says whose order it opens, and changes nothing by that", async () => {
    const { token, reference } = await makeLinked();
    expect(await findOrderLink(testDb, token, "en", inDays(1))).toMatchObject({ refusal: undefined, reference });
    expect(await findOrderLink(testDb, "nobody-was-ever-given-it", "en", inDays(1))).toEqual({
      refusal: "link-missing",
      reference: undefined,
      sellerName: undefined,
    });
  });

  it("lets the browser that pressed its button do what the buyer may, for sixty days", async () => {
    const { token, orderId } = await makeLinked();
    const visitDigest = digest();
    const inquirer = makeInquirer({ visitDigest });
    const cancel = (now: Date) => cancelAsBuyer(testDb, inquirer, newKey(), { orderId, words: undefined }, now);
    expect(await cancel(inDays(1))).toEqual(no("order-missing"));
    expect(await open(token, visitDigest)).toEqual({ ok: true, value: { orderId } });
    expect(await cancel(inDays(61))).toEqual(no("order-missing"));
    expect(await cancel(inDays(60.9))).toEqual(DONE);
  });

  it("opens nothing when it has ended, was revoked, or the order's buyer is gone", async () => {
    const [old, revoked, gone] = [await makeLinked(), await makeLinked(), await makeLinked({ status: "cancelled" })];
    expect(await open(old.token, digest(), inDays(ORDER_LINK_DAYS))).toEqual(no("link-expired"));
    await testDb
      .updateTable("orderLinks")
      .set({ revokedAt: inDays(1) })
      .where("orderId", "=", revoked.orderId)
      .execute();
    expect(await open(revoked.token)).toEqual(no("link-revoked"));
    await testDb
      .updateTable("orders")
      .set({ guestEmail: null, buyerName: null, erasedAt: inDays(1) })
      .where("id", "=", gone.orderId)
      .execute();
    expect(await open(gone.token)).toEqual(no("link-missing"));
  });

  it("is sent anew to the mailbox of the old one, five times an hour, and nowhere else", async () => {
    const { token, guestEmail = "" } = await makeLinked();
    for (let sent = 0; sent < 5; sent += 1) expect(await renewOrderLink(testDb, token, inDays(200))).toEqual(DONE);
    expect(await renewOrderLink(testDb, token, inDays(200))).toEqual(no("throttled"));
    expect(await lettersTo(guestEmail)).toHaveLength(5);
    expect(await renewOrderLink(testDb, unique(), inDays(200))).toEqual(DONE);
  });

  it("is slowed down for an address that tries many", async () => {
    const clientAddress = unique();
    const tries = [];
    for (let tried = 0; tried < 61; tried += 1) {
      tries.push(await openOrderLink(testDb, { clientAddress, visitDigest: digest() }, unique(), inDays(1)));
    }
    expect(tries.at(59)).toEqual(no("link-missing"));
    expect(tries.at(60)).toEqual(no("throttled"));
  });

  it("leaves a browser what it has opened before", async () => {
    const [first, second] = [await makeLinked(), await makeLinked()];
    const [before, now] = [digest(), digest()];
    await open(first.token, before);
    await open(second.token, now);
    await keepOrderAccesses(testDb, before, now);
    const cancel = (orderId: string) =>
      cancelAsBuyer(testDb, makeInquirer({ visitDigest: now }), newKey(), { orderId, words: undefined }, inDays(2));
    expect(await cancel(first.orderId)).toEqual(DONE);
    expect(await cancel(second.orderId)).toEqual(DONE);
  });
});
