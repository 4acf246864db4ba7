import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import { done, refused } from "~/platform/result";
import type { SellerActor } from "~/platform/session/actors.server";
import { tellBuyer } from "../letters/tell.server";
import { noteOnOrder } from "../steps/take-step.server";
import type { OrderStatus } from "../transitions";
import { doAsSeller, type Deed } from "./doing.server";
import { whyNotCorrectParcel } from "./rules";

/** How a parcel is really carried; its contents and its weight stay, since papers were made of them. */
type ParcelCorrection = {
  orderId: string;
  position: number;
  carrier: string;
  trackingCode: string | undefined;
  trackingUrl: string | undefined;
};

/** Corrects by whom a parcel that has left is carried and how it is followed; the buyer gets one letter with what is right. */
export function correctParcel(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { orderId, position, carrier, trackingCode, trackingUrl }: ParcelCorrection,
  now = clock(),
): Deed {
  const asked = { orderId, deed: `correct-parcel ${position}` };
  return doAsSeller(db, seller, formKey, asked, async ({ trx, facts, step, recorded }): Deed => {
    // The order is held, and parcels are written by who holds it.
    const found = await trx
      .selectFrom("orderParcels")
      .select(["id", "carrier", "trackingCode", "trackingUrl"])
      .where("orderId", "=", orderId)
      .where("position", "=", position)
      .executeTakeFirst();
    if (!found) return refused("parcel-missing");
    const refusal = whyNotCorrectParcel(facts);
    if (refusal) return refused(refusal);
    const { id, ...before } = found;
    const after = { carrier, trackingCode: trackingCode ?? null, trackingUrl: trackingUrl ?? null };
    const isSame =
      before.carrier === after.carrier &&
      before.trackingCode === after.trackingCode &&
      before.trackingUrl === after.trackingUrl;
    if (isSame) return refused("nothing-to-correct");

    await trx.updateTable("orderParcels").set(after).where("id", "=", id).execute();
    const about = { position, carrier, ...(trackingCode ? { code: trackingCode } : {}) };
    await noteOnOrder(trx, orderId, "correct-parcel", step, { now, facts: about });
    await tellBuyer(trx, orderId, "parcel-corrected", { parcel: { carrier, trackingCode, trackingUrl } }, now);
    await recordAudit(trx, {
      actor: recorded,
      action: "correct-parcel",
      subject: { kind: "order", id: orderId },
      before: { parcel: position, ...before },
      after: { parcel: position, ...after },
    });
    return done(null);
  });
}

/** More parcels than that no order has. */
const POSITION = /^[1-9]\d{0,5}$/;

/** A parcel of an order of a shop as the form that corrects it is filled; undefined where there is none. */
export async function findParcelToCorrect(
  db: Db,
  sellerId: string,
  { orderId, position: asked = "" }: { orderId: string; position: string | undefined },
) {
  if (!POSITION.test(asked)) return undefined;
  const row = await db
    .selectFrom("orderParcels")
    .innerJoin("orders", "orders.id", "orderParcels.orderId")
    .select(["orders.reference", "orders.status", "position", "carrier", "trackingCode", "trackingUrl"])
    .$narrowType<{ status: OrderStatus }>()
    .where("orders.id", "=", orderId)
    .where("orders.sellerId", "=", sellerId)
    .where("position", "=", Number(asked))
    .executeTakeFirst();
  if (!row) return undefined;
  const { reference, position, carrier, trackingCode, trackingUrl } = row;
  const stored = { carrier, trackingCode: trackingCode ?? undefined, trackingUrl: trackingUrl ?? undefined };
  return { reference, position, stored, why: whyNotCorrectParcel(row) };
}
