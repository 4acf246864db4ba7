import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import type { Locale } from "~/platform/i18n/locales";
import { done, refused } from "~/platform/result";
import type { InquirerActor, SellerActor } from "~/platform/session/actors.server";
import { doAsBuyer, doAsSeller, recordOrderDeed, type Deed } from "../fulfilment/doing.server";
import { tellBuyer, tellSeller } from "../letters/tell.server";
import { whyNotRate } from "./rules";

export type Rating = { orderId: string; stars: number; words: string | undefined; locale: Locale };

/** The buyer of a completed order rates what she bought and its seller, once; what she said stays as she said it. */
export function rateOrder(
  db: Db,
  inquirer: InquirerActor,
  formKey: FormKey,
  { orderId, stars, words, locale }: Rating,
  now = clock(),
): Deed {
  return doAsBuyer(db, inquirer, formKey, { orderId, deed: "rate", now }, async (doing): Deed => {
    const { trx, facts } = doing;
    const refusal = whyNotRate(facts, now);
    if (refusal) return refused(refusal);
    await trx
      .insertInto("orderRatings")
      .values({
        orderId,
        sellerId: facts.sellerId,
        stars,
        words: words ?? null,
        locale,
        ratedAt: now,
        ratedBy: inquirer.userId ?? null,
      })
      .execute();
    await tellSeller(trx, orderId, "rated", { words });
    await recordOrderDeed(doing, "rate-order", { stars, words });
    return done(null);
  });
}

/** The seller answers a rating, once. */
export function answerRating(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { orderId, words }: { orderId: string; words: string },
  now = clock(),
): Deed {
  return doAsSeller(db, seller, formKey, { orderId, deed: "answer-rating" }, async (doing): Deed => {
    const { trx } = doing;
    const answered = await trx
      .updateTable("orderRatings")
      .set({ answerWords: words, answeredAt: now, answeredBy: seller.userId })
      .where("orderId", "=", orderId)
      .where("answeredAt", "is", null)
      .where("hiddenAt", "is", null)
      .returning("orderId")
      .executeTakeFirst();
    if (!answered) return refused("not-now");
    await tellBuyer(trx, orderId, "rating-answered", { words }, now);
    await recordOrderDeed(doing, "answer-rating", { words });
    return done(null);
  });
}
