import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import { refused } from "~/platform/result";
import type { InquirerActor, SellerActor, StaffActor } from "~/platform/session/actors.server";
import type { SellerCancelReason } from "../types";
import { doAsBuyer, doAsSeller, doAsStaff, type Deed } from "./doing.server";
import { endOrder } from "./end-order.server";
import { whyNotCancel } from "./rules";

/** The buyer changes her mind while nothing has left. */
export function cancelAsBuyer(
  db: Db,
  inquirer: InquirerActor,
  formKey: FormKey,
  { orderId, words }: { orderId: string; words: string | undefined },
  now = clock(),
): Deed {
  return doAsBuyer(db, inquirer, formKey, { orderId, deed: "cancel", now }, async (doing): Deed => {
    const refusal = whyNotCancel(doing.facts, "buyer");
    if (refusal) return refused(refusal);
    const tells = { buyer: "own-cancellation", seller: "cancelled-by-buyer" } as const;
    return endOrder(doing, { deed: "cancel", reason: "buyer-changed-mind", words, tells }, now);
  });
}

/** The seller cannot do what she took on, and says why. What the buyer paid goes back. */
export function cancelAsSeller(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { orderId, reason, words }: { orderId: string; reason: SellerCancelReason; words: string | undefined },
  now = clock(),
): Deed {
  return doAsSeller(db, seller, formKey, { orderId, deed: "cancel" }, async (doing): Deed => {
    const refusal = whyNotCancel(doing.facts, "seller");
    if (refusal) return refused(refusal);
    return endOrder(doing, { deed: "cancel", reason, words, tells: { buyer: "cancelled-by-seller" } }, now);
  });
}

/** The Federation takes an order out of the world, and tells both sides why. */
export function cancelAsStaff(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { orderId, words }: { orderId: string; words: string },
  now = clock(),
): Deed {
  return doAsStaff(db, staff, formKey, { orderId, deed: "cancel" }, async (doing): Deed => {
    const refusal = whyNotCancel(doing.facts, "staff");
    if (refusal) return refused(refusal);
    const tells = { buyer: "cancelled-by-staff", seller: "cancelled-by-staff" } as const;
    return endOrder(doing, { deed: "cancel", reason: "by-staff", words, tells }, now);
  });
}
