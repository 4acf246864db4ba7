import { sql } from "kysely";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { mayTry, type ThrottleRule } from "~/platform/http/throttle.server";
import { isLocale, type Locale } from "~/platform/i18n/locales";
import { sendMail } from "~/platform/mail/outgoing.server";
import { done, refused, type Result } from "~/platform/result";
import { digestOfToken, drawSecretToken } from "~/platform/session/secret-token.server";
import { renewedOrderLinkLetter } from "../letters/link-letter.server";
import { DAY_MS } from "../rules";
import { openToGuest } from "./open-to-guest.server";
import { sellerNameOf } from "../seller-name.server";
import type { OrderLinkRefusal } from "../types";

/** Days for which a link of a letter opens an order: longer than the longest way to a buyer. */
export const ORDER_LINK_DAYS = 120;
/** Days for which a browser that opened a link stays in. */
const ORDER_VISIT_DAYS = 60;

/** By address: a link has 256 random bits, what is slowed down here is whoever tries them all the same. */
const LINKS_BY_ADDRESS: ThrottleRule = { name: "order-link-address", points: 60, seconds: 3_600 };
const RENEWALS_BY_LINK: ThrottleRule = { name: "order-link-renewal", points: 5, seconds: 3_600 };

/**
 * A new link for a letter to the guest of an order. Those of earlier letters go on opening it: they lead to the same mailbox.
 *
 * @returns the token; the database keeps its digest only
 */
export async function drawOrderLink(trx: Trx, orderId: string, now: Date): Promise<string> {
  const { token, digest } = drawSecretToken();
  const expiresAt = new Date(now.getTime() + ORDER_LINK_DAYS * DAY_MS);
  await trx.insertInto("orderLinks").values({ orderId, digest, createdAt: now, expiresAt }).execute();
  return token;
}

function selectLinks(db: Db | Trx, token: string) {
  return db
    .selectFrom("orderLinks")
    .innerJoin("orders", "orders.id", "orderLinks.orderId")
    .where("orderLinks.digest", "=", digestOfToken(token))
    .select(["orders.id as orderId", "orderLinks.expiresAt", "orderLinks.revokedAt", "orders.erasedAt"]);
}

type LinkRow = { expiresAt: Date; revokedAt: Date | null; erasedAt: Date | null };

function whyNotOpen(row: LinkRow | undefined, now: Date): OrderLinkRefusal | undefined {
  if (!row || row.erasedAt !== null) return "link-missing";
  if (row.revokedAt !== null) return "link-revoked";
  return row.expiresAt <= now ? "link-expired" : undefined;
}

/** What the page behind a link says before its button is pressed; looking changes nothing, mail scanners do that. */
export async function findOrderLink(
  db: Db,
  token: string,
  lang: Locale,
  now = clock(),
): Promise<{ refusal: OrderLinkRefusal | undefined; reference: string | undefined; sellerName: string | undefined }> {
  const row = await selectLinks(db, token)
    .select(["orders.reference", sellerNameOf(lang).as("sellerName")])
    .executeTakeFirst();
  const refusal = whyNotOpen(row, now);
  return refusal
    ? { refusal, reference: undefined, sellerName: undefined }
    : { refusal, reference: row?.reference, sellerName: row?.sellerName };
}

/**
 * Presses the button behind a link: lets this browser in.
 *
 * @param visitDigest of the token that the browser is given
 */
export async function openOrderLink(
  db: Db,
  { clientAddress, visitDigest }: { clientAddress: string; visitDigest: string },
  token: string,
  now = clock(),
): Promise<Result<{ orderId: string }, OrderLinkRefusal>> {
  if (!(await mayTry(LINKS_BY_ADDRESS, clientAddress))) return refused("throttled");
  return db.transaction().execute(async (trx): Promise<Result<{ orderId: string }, OrderLinkRefusal>> => {
    const row = await selectLinks(trx, token).forUpdate("orderLinks").executeTakeFirst();
    const refusal = whyNotOpen(row, now);
    if (!row || refusal) return refused(refusal ?? "link-missing");
    await openToGuest(trx, [row.orderId], { visitDigest, days: ORDER_VISIT_DAYS }, now);
    return done({ orderId: row.orderId });
  });
}

/** Lets a browser that is given a new token keep the orders that its old one opened. */
export async function keepOrderAccesses(db: Db, from: string | undefined, to: string): Promise<void> {
  if (from === undefined) return;
  await sql`
    update order_accesses set visit_digest = ${to}
    where visit_digest = ${from} and order_id not in (select order_id from order_accesses where visit_digest = ${to})`.execute(
    db,
  );
}

/** Sends a new link to where an old one went. Says the same whether or not there was such a link. */
export async function renewOrderLink(db: Db, token: string, now = clock()): Promise<Result<null, "throttled">> {
  if (!(await mayTry(RENEWALS_BY_LINK, digestOfToken(token)))) return refused("throttled");
  return db.transaction().execute(async (trx): Promise<Result<null, "throttled">> => {
    const row = await selectLinks(trx, token)
      .select(["orders.guestEmail", "orders.locale", "orders.buyerName", "orders.reference"])
      .forUpdate("orderLinks")
      .executeTakeFirst();
    if (!row || row.guestEmail === null) return done(null);
    const locale = isLocale(row.locale) ? row.locale : "en";
    const fresh = await drawOrderLink(trx, row.orderId, now);
    const to = { name: row.buyerName ?? "", locale };
    const letter = renewedOrderLinkLetter(to, { reference: row.reference, token: fresh });
    await sendMail(trx, { kind: "order-link", to: row.guestEmail, locale, letter });
    return done(null);
  });
}
