import { askForReadiness } from "~/modules/sellers/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { collectFacts } from "../collect-facts.server";
import { lockSeller } from "../evidence/evidence-rows.server";
import { judge } from "../judge";
import { readinessReference, type ReadinessReference } from "../reference.server";
import { whyNotConfirm } from "./own-shop.server";
import type { ConfirmDeed, ConfirmRuleRefusal } from "./types";

type Confirming = { sellerId: string; marketId: string; ruleId: string; deed: ConfirmDeed };

/**
 * Confirms that a seller meets a rule of a market that only staff can look at, or takes that back. Only rules that concern
 * what she offers are confirmed; what was confirmed and concerns her no more can still be taken back.
 */
export async function confirmMarketRule(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { sellerId, marketId, ruleId, deed }: Confirming,
  now = clock(),
): Promise<Result<null, ConfirmRuleRefusal>> {
  // Before the transaction: it may take a connection of its own.
  const reference = await readinessReference(db);
  return once<null, ConfirmRuleRefusal>(db, `staff ${staff.userId}`, formKey, async (trx) => {
    if (!(await lockSeller(trx, sellerId))) return refused("seller-missing");
    const apart = await whyNotConfirm(trx, staff, sellerId);
    if (apart) return refused(apart);
    const key = { sellerId, marketId, ruleId };
    const isConfirming = deed === "confirm";
    if (isConfirming && !(await concernsSeller(trx, reference, key, now))) return refused("rule-missing");
    const isChanged = isConfirming ? await insert(trx, staff, key, now) : await remove(trx, key);
    if (!isChanged) return refused("decided-meanwhile");
    await askForReadiness(trx, sellerId);
    await recordAudit(trx, {
      actor: { kind: "staff", id: staff.userId },
      action: isConfirming ? "confirm-market-rule" : "take-back-market-rule",
      subject: { kind: "seller", id: sellerId },
      after: { market: marketId, marketRule: ruleId },
    });
    return done(null);
  });
}

type Key = Omit<Confirming, "deed">;

async function concernsSeller(
  trx: Trx,
  reference: ReadinessReference,
  { sellerId, marketId, ruleId }: Key,
  now: Date,
): Promise<boolean> {
  const [facts] = await collectFacts(trx, [sellerId]);
  const judged = facts && judge(facts, reference, dayInBaku(now)).markets.find(({ market }) => market === marketId);
  return judged?.rules.some(({ rule }) => rule.id === ruleId && rule.check.type === "staff_confirm") ?? false;
}

async function insert(trx: Trx, { userId }: StaffActor, key: Key, now: Date): Promise<boolean> {
  const row = await trx
    .insertInto("marketConfirmations")
    .values({ ...key, side: "staff", confirmedBy: userId, confirmedAt: now })
    .onConflict((conflict) => conflict.columns(["sellerId", "marketId", "ruleId"]).doNothing())
    .returning("ruleId")
    .executeTakeFirst();
  return row !== undefined;
}

async function remove(trx: Trx, { sellerId, marketId, ruleId }: Key): Promise<boolean> {
  const row = await trx
    .deleteFrom("marketConfirmations")
    .where("sellerId", "=", sellerId)
    .where("marketId", "=", marketId)
    .where("ruleId", "=", ruleId)
    // What the seller says herself is hers to take back.
    .where("side", "=", "staff")
    .returning("ruleId")
    .executeTakeFirst();
  return row !== undefined;
}
