import { enqueue } from "~/platform/jobs/enqueue.server";
import { done, refused } from "~/platform/result";
import { tellBuyer, tellSeller } from "../letters/tell.server";
import type { BuyersNews, SellersNews } from "../letters/news";
import { takeStep } from "../steps/take-step.server";
import type { CancelReason } from "../types";
import { recordOrderDeed, type Deed, type Doing } from "./doing.server";

type Ending = {
  deed: "decline" | "lapse" | "expire" | "cancel";
  reason: CancelReason;
  words: string | undefined;
  /** Whom it is told, and as what: the side that did not do it, and the buyer whatever she does. */
  tells: { buyer?: BuyersNews; seller?: SellersNews };
};

const ACTIONS = {
  decline: "decline-order",
  lapse: "lapse-order",
  expire: "expire-order",
  cancel: "cancel-order",
};

/**
 * Ends an order before anything of it has left. What follows of its money and stock is the room of payments' to do: the
 * checkout at Stripe is closed first, since until then somebody may pay, and only then goes the stock back.
 */
export async function endOrder(doing: Doing, { deed, reason, words, tells }: Ending, now: Date): Deed {
  const { trx, facts, step } = doing;
  const { orderId } = facts;
  const write = {
    cancelledAt: now,
    cancelReason: reason,
    ...(words === undefined ? {} : { cancelWords: words }),
  };
  const taken = await takeStep(trx, facts, deed, step, { now, write, words, facts: { reason } });
  if (!taken) return refused("not-now");
  await enqueue(trx, "settle-cancelled-order", { orderId }, { jobKey: `settle-cancelled-order:${orderId}` });
  if (tells.buyer) await tellBuyer(trx, orderId, tells.buyer, { words, isEnd: deed === "cancel" }, now);
  if (tells.seller) await tellSeller(trx, orderId, tells.seller, { words });
  await recordOrderDeed(doing, ACTIONS[deed], { reason, words });
  return done(null);
}
