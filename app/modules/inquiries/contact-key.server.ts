import { createHmac } from "node:crypto";
import { sql } from "kysely";
import type { Db, Trx } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { contactTrust, DAY_MS, FIRST_CONTACTS } from "./rules";
import type { ContactRefusal } from "./types";

/** Somebody as blocks and limits know her: by account, or by a mailbox of which only a keyed digest is kept. */
export type Contact = { userId: string } | { email: string };

export function digestOfEmail(email: string): string {
  return createHmac("sha256", env.SESSION_SECRET).update(`contact ${email.trim().toLowerCase()}`).digest("base64url");
}

export type AskedBy = { buyerUserId: string | null; guestEmail: string | null };

/** How whoever asked is known to blocks; nobody after she has gone. */
export function contactOf({ buyerUserId, guestEmail }: AskedBy): Contact | undefined {
  if (buyerUserId !== null) return { userId: buyerUserId };
  return guestEmail === null ? undefined : { email: guestEmail };
}

/** The columns of a block by which it knows somebody. */
export function blockedAs(contact: Contact): { userId: string | null; emailDigest: string | null } {
  return "userId" in contact
    ? { userId: contact.userId, emailDigest: null }
    : { userId: null, emailDigest: digestOfEmail(contact.email) };
}

/** Whether a seller, or the whole site, takes nothing from her. Of an account its mailbox counts, too. */
export async function isBlocked(
  db: Db | Trx,
  sellerId: string,
  { userId, emails }: { userId: string | undefined; emails: readonly string[] },
): Promise<boolean> {
  const digests = emails.map(digestOfEmail);
  const row = await db
    .selectFrom("contactBlocks")
    .select("id")
    .where("liftedAt", "is", null)
    .where((eb) => eb.or([eb("sellerId", "is", null), eb("sellerId", "=", sellerId)]))
    .where((eb) =>
      eb.or([
        ...(userId === undefined ? [] : [eb("userId", "=", userId)]),
        ...(digests.length > 0 ? [eb("emailDigest", "in", digests)] : []),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Whether she may open another thread today. Holds her place until the transaction ends, so that two windows do not pass
 * the limit together.
 */
export async function whyNotContact(
  trx: Trx,
  { sellerId, userId, email }: { sellerId: string; userId: string | undefined; email: string | undefined },
  now: Date,
): Promise<ContactRefusal | undefined> {
  const key = userId ?? digestOfEmail(email ?? "");
  await sql`select pg_advisory_xact_lock(hashtextextended(${`first contact ${key}`}, 0))`.execute(trx);
  if (await isBlocked(trx, sellerId, { userId, emails: email === undefined ? [] : [email] })) return "blocked";
  const hers = trx
    .selectFrom("inquiries")
    .where((eb) => (userId === undefined ? eb("guestEmail", "=", email ?? "") : eb("buyerUserId", "=", userId)));
  const { recent, answered } = await hers
    .select((eb) => [
      eb.fn
        .countAll<bigint>()
        .filterWhere("createdAt", ">", new Date(now.getTime() - DAY_MS))
        .as("recent"),
      eb.fn.count<bigint>("firstAnsweredAt").as("answered"),
    ])
    .executeTakeFirstOrThrow();
  const trust = contactTrust({ isGuest: userId === undefined, answered: Number(answered) });
  return Number(recent) >= FIRST_CONTACTS[trust] ? "too-many-first-contacts" : undefined;
}
