import { askForReadiness } from "~/modules/sellers/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import { recordedAs, type SellerActor } from "~/platform/session/actors.server";

/**
 * Keeps which rules of a market a seller says she has read and follows. Only rules that are hers to acknowledge count; what
 * staff confirm stays as it is.
 *
 * @param rules all that are ticked on the page of the market; what is not ticked is taken back
 */
export function acknowledgeRules(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { marketId, rules }: { marketId: string; rules: readonly string[] },
  now = clock(),
): Promise<Result<null, "market-missing">> {
  const { userId, sellerId } = seller;
  return once(db, `seller ${sellerId} ${userId}`, formKey, async (trx): Promise<Result<null, "market-missing">> => {
    await trx.selectFrom("sellers").select("id").where("id", "=", sellerId).forUpdate().executeTakeFirst();
    const own = await listAcknowledgeable(trx, marketId);
    if (!own) return refused("market-missing");
    const ticked = own.filter((id) => rules.includes(id));
    const before = await trx
      .deleteFrom("marketConfirmations")
      .where("sellerId", "=", sellerId)
      .where("marketId", "=", marketId)
      .where("side", "=", "seller")
      .returning("ruleId")
      .execute();
    if (ticked.length > 0) {
      await trx
        .insertInto("marketConfirmations")
        .values(
          ticked.map((ruleId) => ({
            sellerId,
            marketId,
            ruleId,
            side: "seller",
            confirmedBy: userId,
            confirmedAt: now,
          })),
        )
        .execute();
    }
    await askForReadiness(trx, sellerId);
    await recordAudit(trx, {
      actor: recordedAs(seller),
      action: "acknowledge-market-rules",
      subject: { kind: "seller", id: sellerId },
      before: { market: marketId, rules: before.map(({ ruleId }) => ruleId).toSorted() },
      after: { market: marketId, rules: ticked.toSorted() },
    });
    return done(null);
  });
}

/** Rules of a market that a seller acknowledges; undefined when there is no such market. */
async function listAcknowledgeable(trx: Trx, marketId: string): Promise<string[] | undefined> {
  const market = await trx.selectFrom("markets").select("id").where("id", "=", marketId).executeTakeFirst();
  if (!market) return undefined;
  const rows = await trx
    .selectFrom("marketRules")
    .select(["id", "checkDetails"])
    .where((eb) => eb.or([eb("marketId", "=", marketId), eb("marketId", "is", null)]))
    .execute();
  return rows.filter(({ checkDetails }) => typeOf(checkDetails) === "acknowledge").map(({ id }) => id);
}

function typeOf(details: unknown): unknown {
  return typeof details === "object" && details !== null && "type" in details ? details.type : undefined;
}
