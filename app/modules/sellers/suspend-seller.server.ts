import { tellTeam } from "~/modules/accounts/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { done, refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { findShop, type Shop } from "./shop-facts.server";
import { reinstatedNews, suspendedNews } from "./suspension-letters.server";
import type { ReinstateRefusal, SuspendRefusal, SuspensionReason } from "./suspension";

export type Suspend = { sellerId: string; reason: SuspensionReason; words: string };

/**
 * Takes an approved shop and all it offers from the public, and tells its team why. Pages go by the shop's state, so that
 * they forget it with the commit; the search is told before other changes.
 */
export function suspendSeller(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { sellerId, reason, words }: Suspend,
  now = clock(),
): Promise<Result<null, SuspendRefusal>> {
  return once(db, `staff ${staff.userId}`, formKey, async (trx): Promise<Result<null, SuspendRefusal>> => {
    const shop = await findShop(trx, sellerId, { lock: true });
    if (!shop) return refused("shop-missing");
    if (shop.status === "suspended") return refused("already-suspended");
    if (shop.status !== "approved") return refused("not-approved");
    await trx
      .insertInto("sellerSuspensions")
      .values({ sellerId, reason, words, suspendedBy: staff.userId, suspendedAt: now })
      .execute();
    await changeStatus(trx, staff, shop, "suspended", { reason, words }, now);
    if (shop.teamId !== undefined) await tellTeam(trx, shop.teamId, suspendedNews(shop.name, reason, words));
    return done(null);
  });
}

/** Gives a suspended shop back to the public, with everything that it offered. */
export function reinstateSeller(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { sellerId, words }: { sellerId: string; words: string },
  now = clock(),
): Promise<Result<null, ReinstateRefusal>> {
  return once(db, `staff ${staff.userId}`, formKey, async (trx): Promise<Result<null, ReinstateRefusal>> => {
    const shop = await findShop(trx, sellerId, { lock: true });
    if (!shop) return refused("shop-missing");
    if (shop.status !== "suspended") return refused("not-suspended");
    await trx
      .updateTable("sellerSuspensions")
      .set({ reinstatedBy: staff.userId, reinstatedAt: now, reinstatementWords: words })
      .where("sellerId", "=", sellerId)
      .where("reinstatedAt", "is", null)
      .execute();
    await changeStatus(trx, staff, shop, "approved", { words }, now);
    if (shop.teamId !== undefined) await tellTeam(trx, shop.teamId, reinstatedNews(shop.name, words));
    return done(null);
  });
}

/** Before the indexing of single changes, and after letters that people wait for. */
const INDEX_FIRST = -5;

async function changeStatus(
  trx: Trx,
  staff: StaffActor,
  { sellerId, status: before }: Shop,
  status: "approved" | "suspended",
  why: Record<string, string>,
  now: Date,
): Promise<void> {
  await trx.updateTable("sellers").set({ status, updatedAt: now }).where("id", "=", sellerId).execute();
  await enqueue(trx, "index-seller", { sellerId }, { jobKey: `index-seller:${sellerId}`, priority: INDEX_FIRST });
  await recordAudit(trx, {
    actor: { kind: "staff", id: staff.userId },
    action: status === "suspended" ? "suspend-seller" : "reinstate-seller",
    subject: { kind: "seller", id: sellerId },
    before: { status: before },
    after: { status, ...why },
  });
}
