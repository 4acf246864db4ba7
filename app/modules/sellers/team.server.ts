import type { InvitationContact, InvitedRole, TeamRefusal } from "~/modules/accounts";
import {
  changeRole,
  findInvitation,
  findOpenInvitation,
  inviteToTeam,
  leaveTeam,
  listInvitations,
  listMembers,
  lockTeam,
  mayInvite,
  passOwnership,
  removeMember,
  revokeInvitation,
} from "~/modules/accounts/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey, type Kept } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import { recordedAs, type SellerActor } from "~/platform/session/actors.server";
import { memberMay, type ShopRole } from "~/platform/session/roles";
import { teamNews } from "./letters.server";
import { findShop, type Shop } from "./shop-facts.server";

/** Everybody of a shop and who is invited; undefined for a shop without a team. */
export async function findTeam(db: Db, sellerId: string, now = clock()) {
  const shop = await findShop(db, sellerId);
  if (shop?.teamId === undefined) return undefined;
  const [members, invitations] = await Promise.all([
    listMembers(db, shop.teamId),
    listInvitations(db, shop.teamId, now),
  ]);
  return { teamId: shop.teamId, name: shop.name, members, invitations };
}

type InviteRefusal = TeamRefusal | "already-member" | "team-full" | "invitation-missing" | "throttled";

/** Invites a colleague by mail or SMS. */
export async function inviteMember(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { role, contact }: { role: InvitedRole; contact: InvitationContact },
  now = clock(),
): Promise<Result<{ invitationId: string }, InviteRefusal>> {
  if (!(await mayInvite(seller.sellerId, contact))) return refused("throttled");
  return inTeam<{ invitationId: string }, InviteRefusal>(db, seller, formKey, async ({ trx, teamId, own, shop }) => {
    if (!memberMay(own, "manager")) return refused("not-allowed");
    const news = (token: string) => teamNews(shop.name, token);
    const invited = await inviteToTeam(trx, { teamId, role, contact, invitedBy: seller.userId, news }, now);
    if (invited.ok) await noteShop(trx, seller, "invite-member", { role, invitationId: invited.value.invitationId });
    return invited;
  });
}

/** Sends an invitation again with a new link; the one before opens nothing any more. */
export async function resendInvitation(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  invitationId: string,
  now = clock(),
): Promise<Result<{ invitationId: string }, InviteRefusal>> {
  if (!(await mayInvite(seller.sellerId, { email: invitationId }))) return refused("throttled");
  return inTeam<{ invitationId: string }, InviteRefusal>(db, seller, formKey, async ({ trx, teamId, own, shop }) => {
    if (!memberMay(own, "manager")) return refused("not-allowed");
    const open = await findOpenInvitation(trx, { teamId, invitationId });
    if (!open) return refused("invitation-missing");
    const news = (token: string) => teamNews(shop.name, token);
    const invited = await inviteToTeam(trx, { ...open, teamId, invitedBy: seller.userId, news }, now);
    if (invited.ok) await noteShop(trx, seller, "resend-invitation", { invitationId });
    return invited;
  });
}

/** Takes an invitation back. */
export function takeInvitationBack(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  invitationId: string,
  now = clock(),
): Promise<Result<null, TeamRefusal | "invitation-missing">> {
  return inTeam<null, TeamRefusal | "invitation-missing">(db, seller, formKey, async ({ trx, teamId, own }) => {
    if (!memberMay(own, "manager")) return refused("not-allowed");
    if (!(await revokeInvitation(trx, { teamId, invitationId }, now))) return refused("invitation-missing");
    await noteShop(trx, seller, "revoke-invitation", { invitationId });
    return done(null);
  });
}

/** What an owner does with a member. */
export type MemberDeed = InvitedRole | "remove" | "owner";

/** Changes a member's right, puts her out, or makes her the owner. */
export function changeMember(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { memberId, deed }: { memberId: string; deed: MemberDeed },
): Promise<Result<null, TeamRefusal>> {
  return inTeam<null, TeamRefusal>(db, seller, formKey, async ({ trx, teamId, own }) => {
    const key = { teamId, memberId, own };
    const changed =
      deed === "remove"
        ? await removeMember(trx, key)
        : deed === "owner"
          ? await passOwnership(trx, key)
          : await changeRole(trx, { ...key, role: deed });
    if (!changed.ok) return changed;
    await recordAudit(trx, {
      actor: recordedAs(seller),
      action: MEMBER_ACTIONS[deed],
      subject: { kind: "person", id: changed.value.userId },
      before: { role: changed.value.before },
      after: { sellerId: seller.sellerId, role: deed === "remove" ? null : deed },
    });
    return done(null);
  });
}

const MEMBER_ACTIONS: Readonly<Record<MemberDeed, string>> = {
  manager: "change-member-role",
  editor: "change-member-role",
  remove: "remove-member",
  owner: "pass-ownership",
};

/** Goes out of the team by herself; the owner hands the shop over first. */
export function leaveShop(db: Db, seller: SellerActor, formKey: FormKey): Promise<Result<null, TeamRefusal>> {
  return inTeam<null, TeamRefusal>(db, seller, formKey, async ({ trx, teamId, own }) => {
    const left = await leaveTeam(trx, { teamId, userId: seller.userId, own });
    if (left.ok) await noteShop(trx, seller, "leave-team", { role: null });
    return left;
  });
}

/** What the holder of a link sees before she says yes. */
export async function findInvitedShop(db: Db, token: string, now = clock()) {
  const invitation = await findInvitation(db, token, now);
  if (!invitation) return undefined;
  const row = await db
    .selectFrom("sellers")
    .select("id")
    .where("organisationId", "=", invitation.teamId)
    .executeTakeFirst();
  const shop = row && (await findShop(db, row.id));
  return shop && { role: invitation.role, state: invitation.state, phone: invitation.phone, shop };
}

type Inside = { trx: Trx; teamId: string; own: ShopRole; shop: Shop };

/** One change of a team at a time, by who is a member of it at that moment; staff in whose care a shop is are none. */
function inTeam<Value extends Kept, Refusal extends string>(
  db: Db,
  { userId, sellerId }: SellerActor,
  formKey: FormKey,
  deed: (inside: Inside) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | "not-allowed">> {
  return once<Value, Refusal | "not-allowed">(db, `seller ${sellerId} ${userId}`, formKey, async (trx) => {
    const shop = await findShop(trx, sellerId);
    if (shop?.teamId === undefined) return refused("not-allowed");
    const own = await lockTeam(trx, shop.teamId, userId);
    if (!own) return refused("not-allowed");
    return deed({ trx, teamId: shop.teamId, own, shop });
  });
}

function noteShop(trx: Trx, seller: SellerActor, action: string, after: Record<string, unknown>): Promise<void> {
  return recordAudit(trx, {
    actor: recordedAs(seller),
    action,
    subject: { kind: "seller", id: seller.sellerId },
    after,
  });
}
