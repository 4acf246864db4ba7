import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import { done, refused } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { doAsStaff, recordOrderDeed, type Deed } from "../fulfilment/doing.server";

/** Staff take a rating out of sight, with a reason that both sides may read; it counts no more. */
export function hideRating(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { orderId, reason }: { orderId: string; reason: string },
  now = clock(),
): Deed {
  return doAsStaff(db, staff, formKey, { orderId, deed: "hide-rating" }, async (doing): Deed => {
    const hidden = await doing.trx
      .updateTable("orderRatings")
      .set({ hiddenAt: now, hiddenReason: reason, hiddenBy: staff.userId })
      .where("orderId", "=", orderId)
      .where("hiddenAt", "is", null)
      .returning("orderId")
      .executeTakeFirst();
    if (!hidden) return refused("not-now");
    await recordOrderDeed(doing, "hide-rating", { reason });
    return done(null);
  });
}

/** Takes the hiding back. */
export function showRating(db: Db, staff: StaffActor, formKey: FormKey, orderId: string): Deed {
  return doAsStaff(db, staff, formKey, { orderId, deed: "show-rating" }, async (doing): Deed => {
    const shown = await doing.trx
      .updateTable("orderRatings")
      .set({ hiddenAt: null, hiddenReason: null, hiddenBy: null })
      .where("orderId", "=", orderId)
      .where("hiddenAt", "is not", null)
      .returning("orderId")
      .executeTakeFirst();
    if (!shown) return refused("not-now");
    await recordOrderDeed(doing, "show-rating");
    return done(null);
  });
}
