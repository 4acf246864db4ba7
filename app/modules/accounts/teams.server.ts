import { randomUUID } from "node:crypto";
import type { Db, Trx } from "~/platform/db/db.server";
import { isShopRole, type ShopRole } from "~/platform/session/roles";
import { realEmail } from "~/platform/session/auth.server";
import { done, refused, type Result } from "~/platform/result";
import { findPerson, LARGEST_TEAM } from "./people.server";
import type { InvitedRole, TeamMember, TeamRefusal } from "./types";

/** Makes the team of a new shop, with its owner if she is there already: a shop in care is handed over later. */
export async function makeTeam(
  trx: Trx,
  { name, slug, ownerId }: { name: string; slug: string; ownerId: string | undefined },
  now: Date,
): Promise<{ teamId: string }> {
  const teamId = randomUUID();
  await trx.insertInto("organisations").values({ id: teamId, name, slug, createdAt: now }).execute();
  if (ownerId !== undefined) {
    await trx
      .insertInto("members")
      .values({ id: randomUUID(), organisationId: teamId, userId: ownerId, role: "owner", createdAt: now })
      .execute();
  }
  return { teamId };
}

/** Whether a person belongs to a team already; her row is locked, so that two windows do not make two shops. */
export async function belongsToTeam(trx: Trx, userId: string): Promise<boolean> {
  await trx.selectFrom("users").select("id").where("id", "=", userId).forUpdate().executeTakeFirst();
  const row = await trx.selectFrom("members").select("id").where("userId", "=", userId).limit(1).executeTakeFirst();
  return row !== undefined;
}

/**
 * Locks a team, so that what is decided about its members is decided one after another.
 *
 * @returns the right that the person has in it at this moment, or undefined when she is no member
 */
export async function lockTeam(trx: Trx, teamId: string, userId: string): Promise<ShopRole | undefined> {
  await trx.selectFrom("organisations").select("id").where("id", "=", teamId).forUpdate().executeTakeFirst();
  const row = await trx
    .selectFrom("members")
    .select("role")
    .where("organisationId", "=", teamId)
    .where("userId", "=", userId)
    .executeTakeFirst();
  return row && isShopRole(row.role) ? row.role : undefined;
}

function selectMembers(db: Db | Trx, teamId: string) {
  return db
    .selectFrom("members")
    .innerJoin("users", "users.id", "members.userId")
    .where("members.organisationId", "=", teamId)
    .select([
      "members.id as memberId",
      "members.userId",
      "members.role",
      "members.createdAt as joinedAt",
      "users.name",
      "users.email",
      "users.phoneNumber",
    ]);
}

type MemberRow = Omit<TeamMember, "role" | "contact"> & { role: string; email: string; phoneNumber: string | null };

function memberOf({ email, phoneNumber, role, ...row }: MemberRow): TeamMember {
  return {
    ...row,
    // The rooms that write members know no other right.
    role: isShopRole(role) ? role : "editor",
    contact: realEmail(email) ?? phoneNumber ?? undefined,
  };
}

/** Everybody of a team, in the order in which they joined. */
export async function listMembers(db: Db, teamId: string): Promise<TeamMember[]> {
  const rows = await selectMembers(db, teamId)
    .orderBy("members.createdAt")
    .orderBy("members.id")
    .limit(LARGEST_TEAM)
    .execute();
  return rows.map(memberOf);
}

export async function findMember(
  db: Db | Trx,
  { teamId, memberId }: { teamId: string; memberId: string },
): Promise<TeamMember | undefined> {
  const row = await selectMembers(db, teamId).where("members.id", "=", memberId).executeTakeFirst();
  return row && memberOf(row);
}

type InTeam = { teamId: string; memberId: string; own: ShopRole };
type Changed = Promise<Result<{ userId: string; before: ShopRole }, TeamRefusal>>;

/** Gives a member another right; the owner's is handed over, not taken. The team must be locked. */
export async function changeRole(trx: Trx, { role, ...key }: InTeam & { role: InvitedRole }): Changed {
  const member = await findOther(trx, key);
  if (!member.ok) return member;
  await trx.updateTable("members").set({ role }).where("id", "=", key.memberId).execute();
  return done({ userId: member.value.userId, before: member.value.role });
}

/** Puts a member out; she is out at her next click. The team must be locked. */
export async function removeMember(trx: Trx, key: InTeam): Changed {
  const member = await findOther(trx, key);
  if (!member.ok) return member;
  await trx.deleteFrom("members").where("id", "=", key.memberId).execute();
  return done({ userId: member.value.userId, before: member.value.role });
}

/** Makes a manager the owner, and the owner a manager. The team must be locked. */
export async function passOwnership(trx: Trx, key: InTeam): Changed {
  const member = await findOther(trx, key);
  if (!member.ok) return member;
  const { userId, role } = member.value;
  if (role !== "manager") return refused("not-a-manager");
  // An account that is being closed is waited for: a shop must not go to nobody.
  await findPerson(trx, userId, { lock: true });
  await trx
    .updateTable("members")
    .set({ role: "manager" })
    .where("organisationId", "=", key.teamId)
    .where("role", "=", "owner")
    .execute();
  const { numUpdatedRows } = await trx
    .updateTable("members")
    .set({ role: "owner" })
    .where("id", "=", key.memberId)
    .executeTakeFirst();
  return numUpdatedRows === 1n ? done({ userId, before: role }) : refused("member-missing");
}

/** Goes out of a team by herself. The team must be locked. */
export async function leaveTeam(
  trx: Trx,
  { teamId, userId, own }: { teamId: string; userId: string; own: ShopRole },
): Promise<Result<null, TeamRefusal>> {
  if (own === "owner") return refused("owner-stays");
  await trx.deleteFrom("members").where("organisationId", "=", teamId).where("userId", "=", userId).execute();
  return done(null);
}

/** Only the owner changes others, and herself never: a shop without an owner could not be mended by anybody. */
async function findOther(trx: Trx, { teamId, memberId, own }: InTeam): Promise<Result<TeamMember, TeamRefusal>> {
  if (own !== "owner") return refused("not-allowed");
  const member = await findMember(trx, { teamId, memberId });
  if (!member) return refused("member-missing");
  return member.role === "owner" ? refused("owner-stays") : done(member);
}
