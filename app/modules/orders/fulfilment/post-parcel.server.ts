import { formatNumber } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { parseForm, type FormAnswer } from "~/platform/http/form.server";
import type { Locale } from "~/platform/i18n/locales";
import type { SellerActor } from "~/platform/session/actors.server";
import { fulfilmentRefusalText } from "../refusals.server";
import { parcelInput } from "../schema.server";
import { netGramsOf } from "./rules";
import { shipOrder } from "./ship-order.server";

/** A posted parcel: it leaves, or the form comes again with what is to be mended, each mistake beside its line. */
export async function postParcel(
  db: Db,
  seller: SellerActor,
  request: Request,
  { orderId, lang }: { orderId: string; lang: Locale },
  now = clock(),
): Promise<FormAnswer | undefined> {
  const form = await parseForm(request, parcelInput);
  if (!form.ok) return form.answer();
  const { pieces, ...parcel } = form.value;
  const certificates = pieces.flatMap(({ lineId, certificate }) =>
    certificate ? [{ lineId, number: certificate }] : [],
  );
  const given = {
    orderId,
    carrier: parcel.carrier,
    trackingCode: parcel.trackingCode,
    trackingUrl: parcel.trackingUrl,
    weightGrams: parcel.weightGrams,
    isLast: parcel.isLast,
    pieces: pieces.map(({ lineId, quantity }) => ({ lineId, quantity })),
    certificates,
  };
  const shipped = await shipOrder(db, seller, form.key, given, now);
  if (shipped.ok) return undefined;
  const text = fulfilmentRefusalText[shipped.refusal]();
  if (shipped.refusal === "lighter-than-contents") {
    const net = netGramsOf(await listWeights(db, { orderId, sellerId: seller.sellerId }), pieces);
    const weightGrams = m["orders.deed.ship.mend.weight"]({ net: formatNumber(net, lang) });
    return form.answer(undefined, { weightGrams });
  }
  if (shipped.refusal !== "certificate-missing") return form.answer(text);
  const lacking = await listLacking(db, { orderId, sellerId: seller.sellerId });
  const fields = pieces.flatMap(({ lineId, quantity, certificate }, at) =>
    quantity > 0 && !certificate && lacking.has(lineId) ? [[`pieces[${at}].certificate`, text] as const] : [],
  );
  return form.answer(undefined, Object.fromEntries(fields));
}

function selectLines(db: Db, { orderId, sellerId }: { orderId: string; sellerId: string }) {
  return db
    .selectFrom("orderLines")
    .innerJoin("orders", "orders.id", "orderLines.orderId")
    .where("orders.id", "=", orderId)
    .where("orders.sellerId", "=", sellerId);
}

function listWeights(db: Db, key: { orderId: string; sellerId: string }) {
  return selectLines(db, key).select(["orderLines.id as lineId", "netWeightGrams"]).execute();
}

/** Lines whose goods need a certificate of which no number is known. */
async function listLacking(db: Db, key: { orderId: string; sellerId: string }) {
  const rows = await selectLines(db, key)
    .where("orderLines.needsCertificate", "is", true)
    .where("orderLines.certificateNumber", "is", null)
    .select("orderLines.id")
    .execute();
  return new Set(rows.map(({ id }) => id));
}
