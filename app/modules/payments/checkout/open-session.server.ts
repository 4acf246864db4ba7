import type { DueKind } from "~/modules/orders";
import { dueName } from "~/modules/orders/index.server";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { textIn, type LocaleTexts } from "~/platform/i18n/locales";
import { pathsFor } from "~/platform/http/paths";
import { money } from "~/platform/money";
import { m } from "~/paraglide/messages.js";
import type { CheckoutToOpen, PaymentLine, StripePort } from "~/platform/stripe/port";
import { sql } from "kysely";
import { isRefusedForGood } from "./stripe-refusal.server";
import { endCheckout, holdCheckout } from "./hold-checkout.server";

/** What a call to Stripe needs besides the database. */
export type StripeCalls = { stripe: StripePort; origin: string };

/**
 * Opens the payment page of a checkout at Stripe, between two transactions. The key is the checkout's id, so that a second
 * call, after a crash too, finds the page that the first one made.
 *
 * @returns where the buyer goes; undefined when the checkout is no longer waiting for her, or Stripe does not want it
 */
export async function openSession(
  db: Db,
  { stripe, origin }: StripeCalls,
  checkoutId: string,
  now: Date,
): Promise<string | undefined> {
  const asked = await findToOpen(db, checkoutId);
  if (!asked) return undefined;
  if (asked.status === "open") return asked.url ?? undefined;
  if (asked.status !== "opening") return undefined;
  const lines = await paymentLines(db, checkoutId, asked.locale);
  const paths = pathsFor({ lang: asked.locale, to: undefined, cur: undefined });
  const input: CheckoutToOpen = {
    lines,
    metadata: { checkout: checkoutId, orders: asked.references.join(" ") },
    reference: asked.reference,
    email: asked.email,
    locale: asked.locale,
    successUrl: `${origin}${paths.checkoutReturn(checkoutId)}?session={CHECKOUT_SESSION_ID}`,
    cancelUrl: `${origin}${paths.checkoutOf(checkoutId)}`,
    expiresAt: asked.expiresAt,
    statementSuffix: asked.reference,
  };
  const session = await stripe.openCheckout(input, `checkout:${checkoutId}`).catch(async (error: unknown) => {
    if (!isRefusedForGood(error)) throw error;
    await db.transaction().execute(async (trx) => {
      const checkout = await holdCheckout(trx, checkoutId);
      if (checkout?.session?.status !== "opening") return;
      await trx.updateTable("stripeSessions").set({ status: "refused" }).where("checkoutId", "=", checkoutId).execute();
      await endCheckout(trx, checkout, "refused", now);
    });
    return undefined;
  });
  if (!session) return undefined;
  await db
    .updateTable("stripeSessions")
    .set({ status: "open", sessionId: session.sessionId, url: session.url ?? null, openedAt: now })
    .where("checkoutId", "=", checkoutId)
    .where("status", "=", "opening")
    .execute();
  return session.url;
}

async function findToOpen(db: Db, checkoutId: string) {
  return db
    .selectFrom("checkouts")
    .innerJoin("stripeSessions", "stripeSessions.checkoutId", "checkouts.id")
    .where("checkouts.id", "=", checkoutId)
    .where("checkouts.status", "=", "open")
    .select([
      "checkouts.reference",
      "checkouts.locale",
      "stripeSessions.status",
      "stripeSessions.url",
      "stripeSessions.expiresAt",
      sql<string[]>`(
        select array_agg(distinct orders.reference) from checkout_dues
        join orders on orders.id = checkout_dues.order_id where checkout_id = checkouts.id)`.as("references"),
      sql<string>`(
        select coalesce(orders.guest_email, users.email) from checkout_dues
        join orders on orders.id = checkout_dues.order_id
        left join users on users.id = orders.buyer_user_id
        where checkout_id = checkouts.id order by orders.id limit 1)`.as("email"),
    ])
    .$narrowType<{ locale: Locale }>()
    .executeTakeFirst();
}

/** What the buyer reads on the payment page: each thing and its carriage; of a part of an order, what part it is. */
async function paymentLines(db: Db, checkoutId: string, locale: Locale): Promise<PaymentLine[]> {
  const dues = await db
    .selectFrom("checkoutDues")
    .innerJoin("orders", "orders.id", "checkoutDues.orderId")
    .innerJoin("orderDues", "orderDues.id", "checkoutDues.dueId")
    .where("checkoutDues.checkoutId", "=", checkoutId)
    .select([
      "orders.id as orderId",
      "orders.reference",
      "orders.currency",
      "orders.shippingMinor",
      "orders.totalMinor",
      "checkoutDues.amountMinor",
      "orderDues.kind",
      "orderDues.amountMinor as dueMinor",
      sql<{ titles: LocaleTexts<string>; unitMinor: string; quantity: number }[]>`(
        select jsonb_agg(jsonb_build_object('titles', titles, 'unitMinor', unit_minor::text, 'quantity', quantity) order by position)
        from order_lines where order_id = orders.id)`.as("lines"),
    ])
    .$narrowType<{ kind: DueKind }>()
    .orderBy("orders.id")
    .orderBy("orderDues.position")
    .execute();
  return dues.flatMap(
    ({ reference, currency, shippingMinor, totalMinor, amountMinor, dueMinor, kind, lines }): PaymentLine[] => {
      if (amountMinor !== totalMinor) {
        const part =
          dueName({ kind, amountMinor: dueMinor, totalMinor }, locale) ?? m["orders.due.rest"]({}, { locale });
        const name = m["checkout.stripe.part"]({ reference, part }, { locale });
        return [{ name, unit: money(amountMinor, currency), quantity: 1 }];
      }
      const things = lines.map(({ titles, unitMinor, quantity }) => ({
        name: textIn(titles, locale).text,
        unit: money(BigInt(unitMinor), currency),
        quantity,
      }));
      if (shippingMinor === 0n) return things;
      const name = m["checkout.stripe.carriage"]({ reference }, { locale });
      return [...things, { name, unit: money(shippingMinor, currency), quantity: 1 }];
    },
  );
}
