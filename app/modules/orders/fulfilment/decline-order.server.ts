import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import { refused } from "~/platform/result";
import type { SellerActor } from "~/platform/session/actors.server";
import type { SellerCancelReason } from "../types";
import { doAsSeller, type Deed } from "./doing.server";
import { endOrder } from "./end-order.server";
import { whyNotAnswer } from "./rules";

type Why = { orderId: string; reason: SellerCancelReason; words: string | undefined };

/** The seller does not take an order on, and says why. */
export function declineOrder(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { orderId, reason, words }: Why,
  now = clock(),
): Deed {
  return doAsSeller(db, seller, formKey, { orderId, deed: "decline" }, async (doing): Deed => {
    const refusal = whyNotAnswer(doing.facts, "decline", now);
    if (refusal) return refused(refusal);
    return endOrder(doing, { deed: "decline", reason, words, tells: { buyer: "declined" } }, now);
  });
}
