import { createHmac } from "node:crypto";
import { sql, type ExpressionBuilder } from "kysely";
import type { Db, Trx } from "~/platform/db/db.server";
import type { DB } from "~/platform/db/types.generated";
import { env } from "~/platform/env.server";
import { contactTrust, DAY_MS, FIRST_CONTACTS } from "./rules";
import type { BlockedRefusal, ContactRefusal } from "./types";

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

/** An account, a mailbox, or both, as somebody comes to a shop. */
export type Asker = { userId: string | undefined; email: string | undefined };

export const askerOf = ({ buyerUserId, guestEmail }: AskedBy): Asker => ({
  userId: buyerUserId ?? undefined,
  email: guestEmail ?? undefined,
});

type KnownAs = { userIds: string[]; digests: string[] };

/** An account and the mailbox that it has confirmed are one person: whoever is blocked as the one does not come as the other. */
async function knownAs(db: Db | Trx, { userId, email }: Asker): Promise<KnownAs> {
  const address = email?.trim().toLowerCase();
  const accounts = await db
    .selectFrom("users")
    .select(["id", "email"])
    .where("emailVerified", "is", true)
    .where((eb) => eb.or([eb("id", "=", userId ?? ""), eb("email", "=", address ?? "")]))
    .execute();
  const userIds = [userId, ...accounts.map(({ id }) => id)].filter((id) => id !== undefined);
  const emails = [address, ...accounts.map((account) => account.email)].filter((one) => one !== undefined);
  return { userIds: [...new Set(userIds)], digests: [...new Set(emails.map(digestOfEmail))] };
}

/** The condition that a block, which has not been lifted, is somebody's. */
export async function blockOf(db: Db | Trx, asker: Asker) {
  const { userIds, digests } = await knownAs(db, asker);
  // Of who has gone there is neither.
  const [ids, keyed] = [
    [...userIds, ""],
    [...digests, ""],
  ];
  return (eb: ExpressionBuilder<DB, "contactBlocks">) =>
    eb.and([
      eb("contactBlocks.liftedAt", "is", null),
      eb.or([eb("contactBlocks.userId", "in", ids), eb("contactBlocks.emailDigest", "in", keyed)]),
    ]);
}

/** Whether a seller takes nothing from her, or nobody on the site does. */
export async function whyBlocked(db: Db | Trx, sellerId: string, asker: Asker): Promise<BlockedRefusal | undefined> {
  const row = await db
    .selectFrom("contactBlocks")
    .select("sellerId")
    .where((eb) => eb.or([eb("sellerId", "is", null), eb("sellerId", "=", sellerId)]))
    .where(await blockOf(db, asker))
    .orderBy((eb) => eb("sellerId", "is", null), "desc")
    .limit(1)
    .executeTakeFirst();
  return row && (row.sellerId === null ? "blocked-everywhere" : "blocked");
}

/**
 * Whether she may open another thread today. Holds her place until the transaction ends, so that two windows do not pass
 * the limit together.
 */
export async function whyNotContact(
  trx: Trx,
  { sellerId, userId, email }: Asker & { sellerId: string },
  now: Date,
): Promise<ContactRefusal | undefined> {
  const key = userId ?? digestOfEmail(email ?? "");
  await sql`select pg_advisory_xact_lock(hashtextextended(${`first contact ${key}`}, 0))`.execute(trx);
  // What an account says is its mailbox is not hers before she has confirmed it.
  const asker = { userId, email: userId === undefined ? email : undefined };
  const blocked = await whyBlocked(trx, sellerId, asker);
  if (blocked) return blocked;
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
