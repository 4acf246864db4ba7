import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import { recordedAs, type SellerActor } from "~/platform/session/actors.server";

/** Revokes a seller's own passport, for good. @returns for which market it was */
export function revokePassport(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  passportId: string,
  now = clock(),
): Promise<Result<{ marketId: string }, "passport-missing">> {
  const { userId, sellerId } = seller;
  return once<{ marketId: string }, "passport-missing">(db, `seller ${sellerId} ${userId}`, formKey, async (trx) => {
    const revoked = await trx
      .updateTable("exportPassports")
      .set({ revokedAt: now })
      .where("id", "=", passportId)
      .where("sellerId", "=", sellerId)
      .where("revokedAt", "is", null)
      .returning("marketId")
      .executeTakeFirst();
    if (!revoked) return refused("passport-missing");
    await recordAudit(trx, {
      actor: recordedAs(seller),
      action: "revoke-export-passport",
      subject: { kind: "seller", id: sellerId },
      before: { passport: passportId, market: revoked.marketId },
    });
    return done(revoked);
  });
}
