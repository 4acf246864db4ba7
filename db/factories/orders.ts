import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { OrderStatus } from "~/modules/orders/transitions";
import type { Delivery, DueKind, PaymentMethod, PreparesAfter } from "~/modules/orders/types";
import type { Db } from "~/platform/db/db.server";
import type { BuyerActor, InquirerActor, SellerActor } from "~/platform/session/actors.server";
import { writeRows } from "../bulk";
import { makePublishedListing, type ListingOptions } from "./listings";
import { makeBuyer, makeInquirer, makeSellerActor } from "./people";
import { FACTORY_NOW, unique } from "./unique";

export type OrderLineOptions = {
  quantity?: number;
  /** Price of one, in minor units of the order's currency. */
  unitMinor?: number;
  needsCertificate?: boolean;
  isCustomMade?: boolean;
  titles?: { az: string; en?: string; ru?: string };
};

export type OrderDueOptions = { kind?: DueKind; amountMinor: number; receivedMinor?: number; dueAt?: Date };

export type OrderOptions = {
  status?: OrderStatus;
  /** Of a shop that is there already; its owner is made with it. */
  seller?: SellerActor;
  listing?: ListingOptions;
  kind?: "good" | "service";
  /** Who ordered: somebody with an account unless a guest is asked for. */
  buyer?: BuyerActor;
  isGuest?: boolean;
  guestEmail?: string;
  locale?: "az" | "en" | "ru";
  delivery?: Delivery;
  paymentMethod?: PaymentMethod;
  preparesAfter?: PreparesAfter;
  currency?: string;
  destination?: string;
  company?: string;
  lines?: readonly OrderLineOptions[];
  shippingMinor?: number;
  /** One for the whole when left out. */
  dues?: readonly OrderDueOptions[];
  refundedMinor?: number;
  dispute?: "none" | "open" | "won" | "lost";
  placedAt?: Date;
  acceptBy?: Date | null;
  payBy?: Date | null;
  shippedAt?: Date;
  deliveredAt?: Date;
  completeBy?: Date;
  completedAt?: Date;
  transitDaysMax?: number;
  /** What the pieces of each line are held as; nothing is held when left out. */
  hold?: "held" | "taken";
};

export type MadeOrder = {
  orderId: string;
  reference: string;
  seller: SellerActor;
  sellerId: string;
  listingId: string;
  listingSlug: string;
  variantId: string;
  lineIds: string[];
  dueIds: string[];
  /** Undefined for a guest. */
  buyer: BuyerActor | undefined;
  inquirer: InquirerActor;
  guestEmail: string | undefined;
  /** Token of the cookie that lets a guest's browser in. */
  visitToken: string;
};

const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const DAY_MS = 86_400_000;
const after = (from: Date, days: number) => new Date(from.getTime() + days * DAY_MS);

const BEFORE_MONEY: ReadonlySet<OrderStatus> = new Set([
  "awaiting_acceptance",
  "pending_payment",
  "cancelled",
] as const);

/**
 * An order of two cups to Germany, paid by card, unless the options say otherwise: with a published listing, its lines, what
 * is due, and the dates that its status asks for.
 */
export async function makeOrder(db: Db, options: OrderOptions = {}): Promise<MadeOrder> {
  const { status = "paid", kind = "good", currency = "EUR", placedAt = FACTORY_NOW } = options;
  const lineOptions = options.lines ?? [{}];
  const listings: Awaited<ReturnType<typeof makePublishedListing>>[] = [];
  let shopId = options.seller?.sellerId;
  for (let made = 0; made < lineOptions.length; made += 1) {
    const stockPolicy = kind === "good" ? ("in_stock" as const) : null;
    const whose = shopId === undefined ? {} : { sellerId: shopId };
    const listing = await makePublishedListing(db, { kind, stock: 10, stockPolicy, ...whose, ...options.listing });
    shopId = listing.sellerId;
    listings.push(listing);
  }
  const [first] = listings;
  if (!first) throw new Error("an order has at least one line");
  const sellerId = first.sellerId;
  const seller = options.seller ?? (await makeSellerActor(db, sellerId));
  const isGuest = options.isGuest ?? false;
  const buyer = isGuest ? undefined : (options.buyer ?? (await makeBuyer(db, { name: "Jonas Petersen" })));
  const guestEmail = isGuest ? (options.guestEmail ?? `${unique()}@example.org`) : undefined;
  const visitToken = randomBytes(32).toString("base64url");
  const visitDigest = createHash("sha256").update(visitToken).digest("base64url");

  const lines = lineOptions.map(
    ({ quantity = 2, unitMinor = 3000, needsCertificate = false, isCustomMade = false, titles }, at) => ({
      id: randomUUID(),
      position: at + 1,
      listing_id: listings[at]?.listingId ?? first.listingId,
      listing_version: listings[at]?.snapshot.version ?? first.snapshot.version,
      variant_id: kind === "good" ? (listings[at]?.variantIds[0] ?? null) : null,
      sku: `SKU-${unique()}`,
      titles: titles ?? { az: "Mis fincan", en: "Copper cup", ru: "Медная чашка" },
      price_unit: kind === "good" ? "piece" : "project",
      quantity,
      from_stock: kind === "good" ? quantity : 0,
      can_be_made: kind !== "good",
      list_minor: unitMinor,
      list_currency: currency,
      unit_minor: unitMinor,
      line_minor: unitMinor * quantity,
      hs_code: kind === "good" ? "741810" : null,
      origin_country: kind === "good" ? "AZ" : null,
      net_weight_grams: kind === "good" ? 350 : null,
      packed_weight_grams: kind === "good" ? 500 : null,
      needs_certificate: needsCertificate,
      is_custom_made: isCustomMade,
    }),
  );
  const delivery = options.delivery ?? (kind === "good" ? "post" : "digital");
  const goodsMinor = lines.reduce((sum, line) => sum + line.line_minor, 0);
  const shippingMinor = options.shippingMinor ?? (delivery === "post" ? 900 : 0);
  const totalMinor = goodsMinor + shippingMinor;
  const isPaid = !BEFORE_MONEY.has(status);
  const paymentMethod = options.paymentMethod ?? "stripe";
  const dueOptions: readonly OrderDueOptions[] = options.dues ?? [{ kind: "whole", amountMinor: totalMinor }];
  const dues = dueOptions.map(({ kind: dueKind = "milestone", amountMinor, receivedMinor, dueAt }, at) => {
    const isReceived = isPaid && paymentMethod !== "at_pick_up" && (status !== "partly_paid" || at === 0);
    const received = receivedMinor ?? (isReceived ? amountMinor : 0);
    return {
      id: randomUUID(),
      position: at + 1,
      kind: dueKind,
      amount_minor: amountMinor,
      received_minor: received,
      due_at: dueAt?.toISOString() ?? null,
      paid_at: received === amountMinor ? placedAt.toISOString() : null,
    };
  });
  const receivedMinor = dues.reduce((sum, due) => sum + due.received_minor, 0);
  const transitDaysMax = options.transitDaysMax ?? 14;
  const shippedAt = options.shippedAt ?? (status === "shipped" ? after(placedAt, 1) : undefined);
  const deliveredAt = options.deliveredAt ?? (status === "delivered" ? after(placedAt, 1) : undefined);
  const completeBy =
    options.completeBy ?? (shippedAt ? after(shippedAt, transitDaysMax + 14) : deliveredAt && after(deliveredAt, 14));
  const orderId = randomUUID();
  const reference = Array.from(randomBytes(8), (byte) => ALPHABET[byte % ALPHABET.length]).join("");
  const instant = (date: Date | null | undefined) => date?.toISOString() ?? null;
  const order = {
    id: orderId,
    reference,
    seller_id: sellerId,
    kind,
    status,
    delivery,
    payment_method: paymentMethod,
    prepares_after: options.preparesAfter ?? (paymentMethod === "at_pick_up" ? "nothing" : "all"),
    currency,
    goods_minor: goodsMinor,
    shipping_minor: shippingMinor,
    total_minor: totalMinor,
    received_minor: receivedMinor,
    refunded_minor: options.refundedMinor ?? (status === "refunded" ? receivedMinor : 0),
    dispute: options.dispute ?? "none",
    buyer_user_id: buyer?.userId ?? null,
    guest_email: guestEmail ?? null,
    buyer_name: "Jonas Petersen",
    company: options.company ?? null,
    phone: "+4940123456",
    address: ["post", "courier", "freight"].includes(delivery)
      ? {
          recipient: "Jonas Petersen",
          line1: "Speicherweg 12",
          city: "Hamburg",
          postalCode: "20457",
          country: options.destination ?? "DE",
        }
      : null,
    locale: options.locale ?? "en",
    destination: options.destination ?? "DE",
    transit_days_min: 5,
    transit_days_max: transitDaysMax,
    rates: { quotedOn: "2026-11-20", source: "test", aznMillionths: { EUR: "1974800" } },
    merchant: {
      name: "Karvan Trade GmbH",
      country: "DE",
      statement: "KARVAN",
      address: "Hafenstraße 1, 20457 Hamburg",
      email: "sale@karvan-trade.example",
    },
    terms_version: "2026-11",
    placed_at: placedAt.toISOString(),
    accept_by: instant(options.acceptBy ?? (status === "awaiting_acceptance" ? after(placedAt, 5) : undefined)),
    accepted_at: null,
    pay_by: instant(
      options.payBy === undefined && paymentMethod !== "at_pick_up" && status === "pending_payment"
        ? after(placedAt, 3)
        : options.payBy,
    ),
    paid_at: receivedMinor === totalMinor ? placedAt.toISOString() : null,
    preparing_at: status === "in_preparation" ? placedAt.toISOString() : null,
    shipped_at: instant(shippedAt),
    delivered_at: instant(deliveredAt),
    complete_by: instant(completeBy),
    completed_at: instant(options.completedAt ?? (status === "completed" ? after(placedAt, 20) : undefined)),
    cancelled_at: status === "cancelled" ? after(placedAt, 1).toISOString() : null,
    cancel_reason: status === "cancelled" ? "buyer-changed-mind" : null,
  };
  await db.transaction().execute(async (trx) => {
    await writeRows(trx, "orders", [order]);
    await writeRows(
      trx,
      "order_lines",
      lines.map((line) => ({ ...line, order_id: orderId })),
    );
    await writeRows(
      trx,
      "order_dues",
      dues.map((due) => ({ ...due, order_id: orderId })),
    );
    await writeRows(trx, "order_events", [
      {
        order_id: orderId,
        position: 1,
        happened_at: placedAt.toISOString(),
        actor: "buyer",
        actor_user_id: buyer?.userId ?? null,
        deed: "place",
      },
    ]);
    if (isGuest) {
      await writeRows(trx, "order_accesses", [
        {
          visit_digest: visitDigest,
          order_id: orderId,
          created_at: placedAt.toISOString(),
          expires_at: after(placedAt, 365).toISOString(),
        },
      ]);
    }
    if (options.hold) {
      const held = lines.filter(({ variant_id }) => variant_id !== null);
      await writeRows(
        trx,
        "stock_holds",
        held.map(({ id, variant_id, quantity }) => ({
          order_id: orderId,
          order_line_id: id,
          variant_id,
          quantity,
          status: options.hold,
          held_at: placedAt.toISOString(),
        })),
      );
    }
  });
  return {
    orderId,
    reference,
    seller,
    sellerId,
    listingId: first.listingId,
    listingSlug: first.slug,
    variantId: first.variantIds[0] ?? "",
    lineIds: lines.map(({ id }) => id),
    dueIds: dues.map(({ id }) => id),
    buyer,
    inquirer: buyer ? makeInquirer({ userId: buyer.userId }) : makeInquirer({ visitDigest }),
    guestEmail,
    visitToken,
  };
}
