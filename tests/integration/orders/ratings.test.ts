import { describe, expect, it } from "vitest";
import { answerRating, findRatings, hideRating, rateOrder, showRating } from "~/modules/orders/index.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { makeOrder, makeStaff, type MadeOrder, type OrderOptions } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { actionsOn, DONE, inDays, lettersTo, mailOf, no } from "~tests/support/order";

const completed = (options: OrderOptions = {}) =>
  makeOrder(testDb, { status: "completed", completedAt: inDays(20), ...options });
const rate = ({ inquirer, orderId }: MadeOrder, stars = 5, now = inDays(21), key = newKey()) =>
  rateOrder(testDb, inquirer, key, { orderId, stars, words: "Beautiful cups.", locale: "en" }, now);
const about = (made: MadeOrder, what: "seller" | "listing" = "seller") =>
  runWithLocale("en", () =>
    findRatings(testDb, what === "seller" ? { sellerId: made.sellerId } : { listingId: made.listingId }, "en"),
  );

describe("a buyer of a completed order", () => {
  it("rates it once, however often the button is pressed, and the shop is told", async () => {
    const made = await completed();
    const key = newKey();
    expect(await Promise.all([rate(made, 5, inDays(21), key), rate(made, 5, inDays(21), key)])).toEqual([DONE, DONE]);
    expect(await rate(made, 1)).toEqual(no("not-now"));
    expect((await about(made)).ratings).toMatchObject([{ stars: 5, words: "Beautiful cups.", when: "December 2026" }]);
    expect(await lettersTo(mailOf(made.seller))).toMatchObject([{ kind: "order-rated" }]);
    expect(await actionsOn(made.orderId)).toEqual(["rate-order"]);
  });

  it("rates neither what goes on, nor after ninety days, nor what somebody else bought", async () => {
    const [running, made, other] = [
      await makeOrder(testDb, { status: "shipped" }),
      await completed(),
      await completed(),
    ];
    expect(await rate(running)).toEqual(no("not-now"));
    expect(await rate(made, 5, inDays(110))).toEqual(no("too-late"));
    expect(await rate({ ...made, inquirer: other.inquirer })).toEqual(no("order-missing"));
  });
});

describe("the average", () => {
  it("is shown from three ratings on, of a shop and of a listing, without anybody's name", async () => {
    const first = await completed();
    await rate(first, 5);
    const second = await completed({ seller: first.seller });
    await rate(second, 4);
    expect(await about(first)).toMatchObject({ count: 2, countText: "2 ratings", average: undefined });
    await rate(await completed({ seller: first.seller }), 4);
    const ratings = await about(first);
    expect(ratings).toMatchObject({ count: 3, average: "4.3" });
    expect(JSON.stringify(ratings)).not.toContain("Petersen");
    expect(await about(first, "listing")).toMatchObject({ count: 1, average: undefined });
  });

  it("leaves out what staff have hidden, until they show it again", async () => {
    const made = await completed();
    await rate(made, 1);
    const reviewer = await makeStaff(testDb, "reviewer");
    const hide = () =>
      hideRating(testDb, reviewer, newKey(), { orderId: made.orderId, reason: "It names a person." }, inDays(22));
    expect(await hide()).toEqual(DONE);
    expect(await hide()).toEqual(no("not-now"));
    expect(await about(made)).toMatchObject({ count: 0, ratings: [] });
    const show = () => showRating(testDb, reviewer, newKey(), made.orderId);
    expect(await show()).toEqual(DONE);
    expect(await show()).toEqual(no("not-now"));
    expect((await about(made)).count).toBe(1);
    expect(await actionsOn(made.orderId)).toEqual(["rate-order", "hide-rating", "show-rating"]);
  });
});

describe("a seller", () => {
  const answer = ({ seller, orderId }: MadeOrder) =>
    answerRating(testDb, seller, newKey(), { orderId, words: "Çox sağ olun!" }, inDays(22));

  it("answers a rating once, and its buyer is told", async () => {
    const made = await completed();
    expect(await answer(made)).toEqual(no("not-now"));
    await rate(made);
    expect(await answer(made)).toEqual(DONE);
    expect(await answer(made)).toEqual(no("not-now"));
    expect((await about(made)).ratings).toMatchObject([{ answer: "Çox sağ olun!" }]);
    expect(await lettersTo(mailOf(made.buyer))).toMatchObject([{ kind: "order-rating-answered" }]);
  });

  it("answers no other shop's", async () => {
    const [made, other] = [await completed(), await completed()];
    await rate(made);
    expect(await answer({ ...made, seller: other.seller })).toEqual(no("order-missing"));
  });
});
