import { sql } from "kysely";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import { done, refused } from "~/platform/result";
import type { SellerActor } from "~/platform/session/actors.server";
import { tellBuyer } from "../letters/tell.server";
import { COMPLETE_DAYS, DAY_MS } from "../rules";
import { noteOnOrder, takeStep } from "../steps/take-step.server";
import type { FulfilmentRefusal } from "../types";
import { doAsSeller, recordOrderDeed, type Deed, type Doing } from "./doing.server";
import { beginPreparing } from "./prepare-order.server";
import { netGramsOf, whyNotShip } from "./rules";

export type Parcel = {
  orderId: string;
  carrier: string;
  trackingCode: string | undefined;
  trackingUrl: string | undefined;
  weightGrams: number | undefined;
  /** What is in it, pieces by line; lines of which it holds none may be left out. */
  pieces: readonly { lineId: string; quantity: number }[];
  /** Numbers of export certificates by line, where goods need one. */
  certificates: readonly { lineId: string; number: string }[];
  /** Nothing more will come, though pieces are left: their money was given back. */
  isLast: boolean;
};

/**
 * A parcel leaves. The order counts as shipped with the parcel that holds the last of its pieces; until then it stays in
 * preparation, so that nothing completes while something is still to come (docs/decisions/orders.md).
 */
export function shipOrder(db: Db, seller: SellerActor, formKey: FormKey, parcel: Parcel, now = clock()): Deed {
  const { orderId } = parcel;
  return doAsSeller(db, seller, formKey, { orderId, deed: "ship" }, async (doing): Deed => {
    const { trx, facts, step } = doing;
    const packed = parcel.pieces.filter(({ quantity }) => quantity > 0);
    const count = packed.reduce((sum, { quantity }) => sum + quantity, 0);
    const left = facts.piecesLeft - count;
    const refusal = whyNotShip(facts) ?? (await whyNotPack(trx, { ...parcel, pieces: packed }));
    if (refusal) return refused(refusal);
    if (parcel.isLast && left > 0 && facts.refundedMinor === 0n) return refused("rest-not-refunded");
    const isAll = left === 0 || parcel.isLast;

    await keepCertificates(trx, parcel);
    const position = await writeParcel(trx, { ...parcel, pieces: packed }, facts.parcelCount + 1, now);
    // What is packed is begun, though its seller has not said so.
    const begun = isAll || facts.status === "in_preparation" ? facts : await beginPreparing(doing, now);
    if (!begun) return refused("not-now");
    const about = { carrier: parcel.carrier, ...(parcel.trackingCode ? { code: parcel.trackingCode } : {}) };
    await noteOnOrder(trx, orderId, "parcel", step, { now, facts: { position, pieces: count, ...about } });
    if (isAll && !(await takeShipping(doing, position, now))) return refused("not-now");

    const { carrier, trackingCode, trackingUrl } = parcel;
    const told = { parcel: { carrier, trackingCode, trackingUrl }, when: completesAt(facts, now) };
    await tellBuyer(trx, orderId, isAll ? "shipped" : "parcel", told, now);
    await recordOrderDeed(doing, isAll ? "ship-order" : "ship-parcel", { position, pieces: count, ...about });
    return done(null);
  });
}

const completesAt = ({ transitDaysMax }: { transitDaysMax: number }, now: Date) =>
  new Date(now.getTime() + (transitDaysMax + COMPLETE_DAYS) * DAY_MS);

function takeShipping({ trx, facts, step }: Doing, parcels: number, now: Date) {
  const write = { shippedAt: now, completeBy: completesAt(facts, now) };
  return takeStep(trx, facts, "ship", step, { now, write, facts: { parcels } });
}

/** First reason why these pieces make no parcel: there are none, or more than are left, a certificate is missing, or it is lighter than its contents. */
async function whyNotPack(
  trx: Trx,
  { orderId, pieces, certificates, weightGrams }: Parcel,
): Promise<FulfilmentRefusal | undefined> {
  if (pieces.length === 0) return "nothing-packed";
  const lines = await trx
    .selectFrom("orderLines")
    .where("orderId", "=", orderId)
    .select([
      "id as lineId",
      "netWeightGrams",
      "needsCertificate",
      "certificateNumber",
      sql<number>`(quantity - (
        select coalesce(sum(sent.quantity), 0) from order_parcel_lines as sent where sent.order_line_id = order_lines.id))::int`.as(
        "left",
      ),
    ])
    .execute();
  for (const { lineId, quantity } of pieces) {
    const line = lines.find((one) => one.lineId === lineId);
    if (!line || quantity > line.left) return "too-many-pieces";
    const isCertified = line.certificateNumber !== null || certificates.some((one) => one.lineId === lineId);
    if (line.needsCertificate && !isCertified) return "certificate-missing";
  }
  // Its papers would be refused, and what has left is not weighed again.
  return weightGrams !== undefined && weightGrams < netGramsOf(lines, pieces) ? "lighter-than-contents" : undefined;
}

async function keepCertificates(trx: Trx, { orderId, certificates }: Parcel): Promise<void> {
  for (const { lineId, number } of certificates) {
    await trx
      .updateTable("orderLines")
      .set({ certificateNumber: number })
      .where("id", "=", lineId)
      .where("orderId", "=", orderId)
      .where("needsCertificate", "is", true)
      .execute();
  }
}

async function writeParcel(trx: Trx, parcel: Parcel, position: number, now: Date): Promise<number> {
  const { orderId, carrier, trackingCode, trackingUrl, weightGrams, pieces } = parcel;
  const { id: parcelId } = await trx
    .insertInto("orderParcels")
    .values({
      orderId,
      position,
      carrier,
      trackingCode: trackingCode ?? null,
      trackingUrl: trackingUrl ?? null,
      weightGrams: weightGrams ?? null,
      shippedAt: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await trx
    .insertInto("orderParcelLines")
    .values(pieces.map(({ lineId, quantity }) => ({ parcelId, orderId, orderLineId: lineId, quantity })))
    .execute();
  return position;
}
