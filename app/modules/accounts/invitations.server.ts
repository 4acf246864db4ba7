import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Db, Trx } from "~/platform/db/db.server";
import { mayTry } from "~/platform/http/throttle.server";
import { currentLocale } from "~/platform/i18n/locale.server";
import { sendMail, sendSms } from "~/platform/mail/outgoing.server";
import { isShopRole, type ShopRole } from "~/platform/session/roles";
import { digestOfToken, drawSecretToken } from "~/platform/session/secret-token.server";
import { done, refused, type Result } from "~/platform/result";
import { LARGEST_TEAM } from "./people.server";
import { belongsToTeam, lockTeam } from "./teams.server";
import type { TeamNews } from "./tell-people.server";
import { THROTTLES } from "./throttles.server";
import type { InvitationContact, InvitationRefusal, InvitationState, OpenInvitation } from "./types";

const DAY_MS = 86_400_000;
/** A shop that is handed over waits longer for its owner than a team for a helper, in days. */
const HOLDS_DAYS: Readonly<Record<ShopRole, number>> = { owner: 14, manager: 7, editor: 7 };

/** What the invited person is sent; the token makes its link. A shop is handed over by SMS, without a letter. */
export type InvitationNews = (token: string) => Omit<TeamNews, "letter"> & Partial<Pick<TeamNews, "letter">>;

/** Counts an invitation of a team, and against the mailbox or number it goes to. @returns false when there were too many */
export async function mayInvite(teamId: string, { email, phone }: InvitationContact): Promise<boolean> {
  const isAllowed = await mayTry(THROTTLES.invitationByTeam, teamId);
  return isAllowed && (await mayTry(THROTTLES.invitationByContact, email ?? phone ?? ""));
}

type Invite = {
  teamId: string;
  role: ShopRole;
  contact: InvitationContact;
  invitedBy: string;
  news: InvitationNews;
};

/**
 * Invites by mail or SMS. Somebody who is invited already gets a new link with the new right, and the old one opens nothing.
 * The team must be locked.
 */
export async function inviteToTeam(
  trx: Trx,
  { teamId, role, contact, invitedBy, news }: Invite,
  now: Date,
): Promise<Result<{ invitationId: string }, "already-member" | "team-full">> {
  if (await isMember(trx, teamId, contact)) return refused("already-member");
  const open = await trx
    .selectFrom("teamInvitations")
    .select("id")
    .where("organisationId", "=", teamId)
    .where("outcome", "is", null)
    // Of the two ways one is given; an owner is invited by one link, whatever number it goes to.
    .where((eb) =>
      eb.or([
        eb("email", "=", contact.email ?? ""),
        eb("phone", "=", contact.phone ?? ""),
        eb.and([eb("role", "=", "owner"), eb.val(role === "owner")]),
      ]),
    )
    .executeTakeFirst();
  const { token, digest } = drawSecretToken();
  const expiresAt = new Date(now.getTime() + HOLDS_DAYS[role] * DAY_MS);
  const sent = {
    role,
    email: contact.email ?? null,
    phone: contact.phone ?? null,
    tokenDigest: digest,
    invitedBy,
    sentAt: now,
    expiresAt,
  };
  await send(trx, contact, news(token), expiresAt);
  if (open) {
    await trx.updateTable("teamInvitations").set(sent).where("id", "=", open.id).execute();
    return done({ invitationId: open.id });
  }
  if (await isFull(trx, teamId)) return refused("team-full");
  const { id } = await trx
    .insertInto("teamInvitations")
    .values({ ...sent, organisationId: teamId, createdAt: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  return done({ invitationId: id });
}

/** An invitation of a team that nobody has used or taken back; its time may be over. The team must be locked. */
export async function findOpenInvitation(
  trx: Trx,
  { teamId, invitationId }: { teamId: string; invitationId: string },
): Promise<{ role: ShopRole; contact: InvitationContact } | undefined> {
  const row = await trx
    .selectFrom("teamInvitations")
    .select(["role", "email", "phone"])
    .where("id", "=", invitationId)
    .where("organisationId", "=", teamId)
    .where("outcome", "is", null)
    .executeTakeFirst();
  return row && { role: roleOf(row.role), contact: contactOf(row) };
}

/** Takes an invitation back: its link opens nothing any more. The team must be locked. */
export async function revokeInvitation(
  trx: Trx,
  { teamId, invitationId }: { teamId: string; invitationId: string },
  now: Date,
): Promise<boolean> {
  const revoked = await trx
    .updateTable("teamInvitations")
    .set({ outcome: "revoked", outcomeAt: now, email: null, phone: null })
    .where("id", "=", invitationId)
    .where("organisationId", "=", teamId)
    .where("outcome", "is", null)
    .returning("id")
    .executeTakeFirst();
  return revoked !== undefined;
}

/** Invitations of a team that wait for an answer, the latest first. */
export async function listInvitations(db: Db | Trx, teamId: string, now: Date): Promise<OpenInvitation[]> {
  const rows = await db
    .selectFrom("teamInvitations")
    .select(["id", "role", "email", "phone", "sentAt", "expiresAt"])
    .where("organisationId", "=", teamId)
    .where("outcome", "is", null)
    .orderBy("sentAt", "desc")
    .orderBy("id")
    .limit(LARGEST_TEAM)
    .execute();
  return rows.map(({ id, role, email, phone, sentAt, expiresAt }) => ({
    invitationId: id,
    role: roleOf(role),
    contact: email ?? phone ?? "",
    sentAt,
    expiresAt,
    isExpired: expiresAt <= now,
  }));
}

export type HeldInvitation = {
  teamId: string;
  role: ShopRole;
  state: InvitationState;
  /** The number that a shop is handed over to, while the link holds. */
  phone: string | undefined;
};

/** What a link leads to, for who has its token; undefined for a token that is none of ours. */
export async function findInvitation(
  db: Db | Trx,
  token: string,
  now: Date,
): Promise<(HeldInvitation & { invitationId: string }) | undefined> {
  const row = await db
    .selectFrom("teamInvitations")
    .select(["id", "organisationId", "role", "phone", "outcome", "expiresAt"])
    .where("tokenDigest", "=", digestOfToken(token))
    .executeTakeFirst();
  if (!row) return undefined;
  const state = row.outcome === null ? (row.expiresAt <= now ? "expired" : "open") : row.outcome;
  return {
    invitationId: row.id,
    teamId: row.organisationId,
    role: roleOf(row.role),
    // The table's check allows no other.
    state: state as InvitationState,
    phone: row.role === "owner" ? (row.phone ?? undefined) : undefined,
  };
}

const REFUSALS = { accepted: "link-used", revoked: "link-revoked", expired: "link-expired" } as const;

/**
 * Makes somebody a member by the link that she holds. The team and her own row are locked: of two people who open one link
 * one becomes a member, and nobody becomes a member of two shops. A shop is handed over to its maker's own number only.
 */
export async function joinByInvitation(
  trx: Trx,
  { userId, token }: { userId: string; token: string },
  now: Date,
): Promise<Result<{ teamId: string; role: ShopRole }, InvitationRefusal>> {
  const held = await findInvitation(trx, token, now);
  if (!held) return refused("link-wrong");
  // The team first, as every other deed about it does; then nobody waits for each other in a circle.
  await lockTeam(trx, held.teamId, userId);
  const isTaken = await belongsToTeam(trx, userId);
  const invitation = await findInvitation(trx, token, now);
  if (!invitation) return refused("link-wrong");
  const { invitationId, teamId, role, state, phone } = invitation;
  if (state !== "open") return refused(REFUSALS[state]);
  if (isTaken) return refused("has-shop");
  if (role === "owner" && !(await hasPhone(trx, userId, phone))) return refused("other-phone");
  await trx
    .updateTable("teamInvitations")
    .set({ outcome: "accepted", outcomeAt: now, email: null, phone: null })
    .where("id", "=", invitationId)
    .execute();
  await trx
    .insertInto("members")
    .values({ id: randomUUID(), organisationId: teamId, userId, role, createdAt: now })
    .execute();
  return done({ teamId, role });
}

async function hasPhone(trx: Trx, userId: string, phone: string | undefined): Promise<boolean> {
  const row = await trx
    .selectFrom("users")
    .select("phoneNumber")
    .where("id", "=", userId)
    .where("phoneNumberVerified", "is", true)
    .executeTakeFirst();
  return phone !== undefined && row?.phoneNumber === phone;
}

async function isMember(trx: Trx, teamId: string, { email, phone }: InvitationContact): Promise<boolean> {
  const row = await trx
    .selectFrom("members")
    .innerJoin("users", "users.id", "members.userId")
    .select("members.id")
    .where("members.organisationId", "=", teamId)
    .where((eb) => eb.or([eb("users.email", "=", email ?? ""), eb("users.phoneNumber", "=", phone ?? "")]))
    .executeTakeFirst();
  return row !== undefined;
}

async function isFull(trx: Trx, teamId: string): Promise<boolean> {
  const { count } = await trx
    .selectNoFrom(
      sql<number>`(select count(*)::int from members where organisation_id = ${teamId})
        + (select count(*)::int from team_invitations where organisation_id = ${teamId} and outcome is null)`.as(
        "count",
      ),
    )
    .executeTakeFirstOrThrow();
  return count >= LARGEST_TEAM;
}

/** In the language of who invites: that of the invited person is not known yet. */
async function send(
  trx: Trx,
  { email, phone }: InvitationContact,
  { kind, letter, sms }: ReturnType<InvitationNews>,
  expiresAt: Date,
): Promise<void> {
  const locale = currentLocale();
  const about = { kind, locale, expiresAt };
  if (email !== undefined && letter) await sendMail(trx, { ...about, to: email, letter: letter({ name: "", locale }) });
  else if (phone !== undefined) await sendSms(trx, { ...about, to: phone, text: sms(locale) });
}

function roleOf(role: string): ShopRole {
  // The table's check allows no other.
  return isShopRole(role) ? role : "editor";
}

function contactOf({ email, phone }: { email: string | null; phone: string | null }): InvitationContact {
  return { email: email ?? undefined, phone: phone ?? undefined };
}
