import {
  revokeInvitation,
  inviteToTeam,
  joinByInvitation,
  listInvitations,
  lockTeam,
  mayInvite,
} from "~/modules/accounts/index.server";
import type { InvitationRefusal, OpenInvitation } from "~/modules/accounts";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import type { BuyerActor, StaffActor } from "~/platform/session/actors.server";
import type { ShopRole } from "~/platform/session/roles";
import { chooseCurrent, endCare, findShopInCare } from "./caretaking.server";
import { handOverNews } from "./letters.server";
import { makeDraftShop, type OpenShop } from "./open-shop.server";

const formsOf = ({ userId }: StaffActor) => `staff ${userId}`;

/**
 * Opens a shop for its maker, as a draft without an owner. Whoever opens it fills it in the maker's workspace until the
 * maker has taken it over.
 */
export function openShopForMaker(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { phone, ...shop }: OpenShop & { phone: string },
  now = clock(),
): Promise<Result<{ sellerId: string }, "place-missing">> {
  return once(db, formsOf(staff), formKey, async (trx) => {
    // Before the row that names her: it, too, holds her a little, and two windows that both did would wait for each other.
    await lockStaff(trx, staff);
    const made = await makeDraftShop(trx, { ...shop, ownerId: undefined }, now);
    if (!made.ok) return made;
    const { sellerId } = made.value;
    await trx
      .insertInto("caretakings")
      .values({ sellerId, staffId: staff.userId, phone, since: now, isCurrent: false })
      .execute();
    await chooseCurrent(trx, staff.userId, sellerId);
    await note(trx, staff, "open-shop-for-maker", sellerId, { ...shop });
    return done({ sellerId });
  });
}

/** From now on the person works in this shop, one at a time. */
export function workForShop(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  sellerId: string,
): Promise<Result<null, "shop-missing">> {
  return once(db, formsOf(staff), formKey, async (trx) => {
    await lockStaff(trx, staff);
    if (!(await findShopInCare(trx, { sellerId, staffId: staff.userId }, { lock: true })))
      return refused("shop-missing");
    await chooseCurrent(trx, staff.userId, sellerId);
    await note(trx, staff, "work-for-shop", sellerId);
    return done(null);
  });
}

/** The person works in nobody's shop any more; those in her care stay so. */
export function stopWorkingForShop(db: Db, staff: StaffActor, formKey: FormKey): Promise<Result<null, never>> {
  return once(db, formsOf(staff), formKey, async (trx) => {
    await lockStaff(trx, staff);
    await chooseCurrent(trx, staff.userId, undefined);
    return done(null);
  });
}

/** Two windows of one person choose one after another. */
async function lockStaff(trx: Trx, { userId }: StaffActor): Promise<void> {
  await trx.selectFrom("users").select("id").where("id", "=", userId).forUpdate().executeTakeFirst();
}

type SendRefusal = "shop-missing" | "throttled" | "already-member" | "team-full";

/** Sends the maker a link to her shop; one that was sent before opens nothing any more. */
export async function sendHandOver(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { sellerId, phone }: { sellerId: string; phone: string },
  now = clock(),
): Promise<Result<null, SendRefusal>> {
  const known = await findShopInCare(db, { sellerId, staffId: staff.userId });
  if (!known) return refused("shop-missing");
  if (!(await mayInvite(known.teamId, { phone }))) return refused("throttled");
  return once(db, formsOf(staff), formKey, async (trx): Promise<Result<null, SendRefusal>> => {
    const shop = await lockShopInCare(trx, staff, sellerId);
    if (!shop) return refused("shop-missing");
    const { teamId, name } = shop;
    const news = (token: string) => handOverNews(name, token);
    const invitation = { teamId, role: "owner" as const, contact: { phone }, invitedBy: staff.userId, news };
    const invited = await inviteToTeam(trx, invitation, now);
    if (!invited.ok) return invited;
    await trx
      .updateTable("caretakings")
      .set({ phone })
      .where("sellerId", "=", sellerId)
      .where("endedAt", "is", null)
      .execute();
    await note(trx, staff, "send-hand-over", sellerId);
    return done(null);
  });
}

/** The link that waits for the maker, if one does. */
export async function findHandOver(db: Db | Trx, teamId: string, now = clock()): Promise<OpenInvitation | undefined> {
  const open = await listInvitations(db, teamId, now);
  return open.find(({ role }) => role === "owner");
}

/** Takes the link back; the shop stays in care. */
export function revokeHandOver(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  sellerId: string,
  now = clock(),
): Promise<Result<null, "shop-missing" | "invitation-missing">> {
  return once(db, formsOf(staff), formKey, async (trx) => {
    const shop = await lockShopInCare(trx, staff, sellerId);
    if (!shop) return refused("shop-missing");
    const open = await findHandOver(trx, shop.teamId, now);
    if (!open || !(await revokeInvitation(trx, { teamId: shop.teamId, invitationId: open.invitationId }, now))) {
      return refused("invitation-missing");
    }
    await note(trx, staff, "revoke-hand-over", sellerId);
    return done(null);
  });
}

/** The care ends only under its team's lock, so it is read anew once that is held. */
async function lockShopInCare(trx: Trx, staff: StaffActor, sellerId: string) {
  const key = { sellerId, staffId: staff.userId };
  const shop = await findShopInCare(trx, key);
  if (!shop) return undefined;
  await lockTeam(trx, shop.teamId, staff.userId);
  return findShopInCare(trx, key);
}

/**
 * Makes somebody a member of the shop whose link she holds. Who takes over a shop in care becomes its owner and ends the
 * care in the same moment; a form that its caretaker has still open is refused by the shop's new version.
 */
export function acceptInvitation(
  db: Db,
  { userId }: BuyerActor,
  formKey: FormKey,
  { token }: { token: string },
  now = clock(),
): Promise<Result<{ role: ShopRole }, InvitationRefusal>> {
  return once(db, `invitation ${userId}`, formKey, async (trx) => {
    const joined = await joinByInvitation(trx, { userId, token }, now);
    if (!joined.ok) return joined;
    const { teamId, role } = joined.value;
    const { id: sellerId, status } = await trx
      .selectFrom("sellers")
      .select(["id", "status"])
      .where("organisationId", "=", teamId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (role === "owner") {
      await endCare(trx, sellerId, now);
      if (status === "draft") {
        await trx
          .updateTable("sellers")
          .set((eb) => ({ version: eb("version", "+", 1), updatedAt: now }))
          .where("id", "=", sellerId)
          .execute();
      }
    }
    await recordAudit(trx, {
      actor: { kind: "seller", id: userId },
      action: role === "owner" ? "take-over-shop" : "join-team",
      subject: { kind: "seller", id: sellerId },
      after: { role },
    });
    return done({ role });
  });
}

function note(trx: Trx, staff: StaffActor, action: string, sellerId: string, after?: Record<string, unknown>) {
  return recordAudit(trx, {
    actor: { kind: "staff", id: staff.userId },
    action,
    subject: { kind: "seller", id: sellerId },
    ...(after ? { after } : {}),
  });
}
