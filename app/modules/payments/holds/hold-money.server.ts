import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, partKey, type FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { tellShops } from "../letters/tell-shops.server";
import { placeHold } from "./holds.server";

export type HoldRefusal = "seller-missing" | "already-held" | "ends-in-past" | "hold-missing";

export type HoldMoney = { sellerId: string; reason: string; until: Date | undefined };

/** Holds what a seller would be paid out, with a reason that she reads. */
export function holdPayouts(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { sellerId, reason, until }: HoldMoney,
  now = clock(),
): Promise<Result<null, HoldRefusal>> {
  return once(db, `staff ${staff.userId}`, formKey, async (trx): Promise<Result<null, HoldRefusal>> => {
    if (until !== undefined && until <= now) return refused("ends-in-past");
    const seller = await trx.selectFrom("sellers").select("id").where("id", "=", sellerId).executeTakeFirst();
    if (!seller) return refused("seller-missing");
    const hold = { sellerId, orderId: undefined, rule: "staff", reason, until, heldBy: staff.userId } as const;
    if (!(await placeHold(trx, hold, now)).isPlaced) return refused("already-held");
    await tellShops(trx, [{ sellerId, news: { what: "payouts-held", reason, until } }]);
    await recordAudit(trx, {
      actor: { kind: "staff", id: staff.userId },
      action: "hold-payouts",
      subject: { kind: "seller", id: sellerId },
      after: { reason, until: until?.toISOString() },
    });
    return done(null);
  });
}

/** Lifts a hold that is a row; what holds by the calendar ends by itself. */
export function liftHold(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  holdId: string,
  now = clock(),
): Promise<Result<null, HoldRefusal>> {
  // A page has a button for each hold, and one key for all of them.
  const key = partKey(formKey, `lift-hold ${holdId}`);
  return once(db, `staff ${staff.userId}`, key, async (trx): Promise<Result<null, HoldRefusal>> => {
    const lifted = await trx
      .updateTable("payoutHolds")
      .set({ releasedAt: now, releasedBy: staff.userId })
      .where("id", "=", holdId)
      .where("releasedAt", "is", null)
      .returning(["sellerId", "orderId", "rule", "reason"])
      .executeTakeFirst();
    if (!lifted) return refused("hold-missing");
    const order = lifted.orderId === null ? undefined : await findReferenceOf(trx, lifted.orderId);
    const news = { what: "hold-lifted", orderReference: order?.reference } as const;
    await tellShops(trx, [{ sellerId: lifted.sellerId, news }]);
    await recordAudit(trx, {
      actor: { kind: "staff", id: staff.userId },
      action: "lift-payout-hold",
      subject: { kind: "seller", id: lifted.sellerId },
      before: { holdRule: lifted.rule, reason: lifted.reason },
    });
    return done(null);
  });
}

function findReferenceOf(trx: Trx, orderId: string) {
  return trx.selectFrom("orders").select("reference").where("id", "=", orderId).executeTakeFirst();
}
