import type { Db, Trx } from "~/platform/db/db.server";
import { forgetForms } from "~/platform/db/once.server";
import { realEmail } from "~/platform/session/auth.server";
import { listAddresses } from "./addresses.server";
import { findLogin } from "./login.server";
import { findNoticePreferences } from "./notice-preferences.server";
import { findProfile } from "./profile.server";

const MOST_SESSIONS = 1_000;

/** Everything that this room knows of a person, by subject, for her copy of her data. */
export async function listPersonalData(db: Db, userId: string): Promise<Record<string, unknown>> {
  const [profile, login, notices, addresses, answers, sessions, memberships] = await Promise.all([
    findProfile(db, userId),
    findLogin(db, userId),
    findNoticePreferences(db, userId),
    listAddresses(db, userId),
    db
      .selectFrom("signUpAnswers")
      .select(["referredBy", "isWomanLed", "isUnderThirty", "consentedAt"])
      .where("userId", "=", userId)
      .executeTakeFirst(),
    db
      .selectFrom("sessions")
      .select(["createdAt", "expiresAt", "userAgent", "ipAddress"])
      .where("userId", "=", userId)
      .orderBy("createdAt")
      .orderBy("id")
      .limit(MOST_SESSIONS)
      .execute(),
    db
      .selectFrom("members")
      .innerJoin("organisations", "organisations.id", "members.organisationId")
      .select(["organisations.name as shop", "members.role", "members.createdAt"])
      .where("userId", "=", userId)
      .orderBy("members.createdAt")
      .limit(MOST_SESSIONS)
      .execute(),
  ]);
  return { profile, login, notices: notices ?? null, addresses, answers: answers ?? null, sessions, memberships };
}

/** A person's mailbox, when she has shown that it is hers; in small letters, as guests' mailboxes are kept. */
export async function findConfirmedMailbox(trx: Trx, userId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom("users")
    .select("email")
    .where("id", "=", userId)
    .where("emailVerified", "is", true)
    .executeTakeFirst();
  return row && realEmail(row.email)?.toLowerCase();
}

/** Why a person cannot take her account away by herself. */
export type CloseRefusal = "is-staff" | "owns-shop";

/**
 * Makes a person unknown: how she enters, what she said and where she was are deleted; her row stays without a name, since
 * orders and records point to it. Must run inside the deed that closes the account.
 *
 * @returns the mailboxes and numbers by which others may know her
 */
export async function erasePersonalData(trx: Trx, userId: string): Promise<{ contacts: string[] }> {
  const { email, phoneNumber } = await trx
    .selectFrom("users")
    .select(["email", "phoneNumber"])
    .where("id", "=", userId)
    .executeTakeFirstOrThrow();
  const mailbox = realEmail(email);
  const contacts = [mailbox, phoneNumber].filter((contact) => contact !== undefined && contact !== null);
  for (const table of [
    "sessions",
    "authAccounts",
    "twoFactors",
    "people",
    "signUpAnswers",
    "addresses",
    "noticePreferences",
    "members",
  ] as const) {
    await trx.deleteFrom(table).where("userId", "=", userId).execute();
  }
  await trx
    .deleteFrom("verifications")
    .where((eb) =>
      eb.or([
        eb("value", "=", userId),
        ...contacts.map((contact) => eb(eb.fn<number>("strpos", ["identifier", eb.val(contact)]), ">", 0)),
      ]),
    )
    .execute();
  if (mailbox !== undefined) await trx.deleteFrom("invitations").where("email", "=", mailbox).execute();
  await trx
    .deleteFrom("teamInvitations")
    .where((eb) => eb.or([eb("email", "in", [...contacts, ""]), eb("phone", "in", [...contacts, ""])]))
    .execute();
  await trx.updateTable("teamInvitations").set({ invitedBy: null }).where("invitedBy", "=", userId).execute();
  await trx
    .updateTable("users")
    .set({
      name: "",
      email: `${userId}@closed.invalid`,
      emailVerified: false,
      image: null,
      phoneNumber: null,
      phoneNumberVerified: null,
      twoFactorEnabled: null,
      banned: true,
      banReason: "closed",
    })
    .where("id", "=", userId)
    .execute();
  await forgetForms(trx, [`profile ${userId}`, `address ${userId}`, `notices ${userId}`]);
  return { contacts };
}
