import { referenceBook } from "~/modules/catalog/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { LOCALES } from "~/platform/i18n/locales";
import { done, refused, type Result } from "~/platform/result";
import { recordedAs, type SellerActor } from "~/platform/session/actors.server";
import { collectFacts } from "../collect-facts.server";
import { lockSeller } from "../evidence/evidence-rows.server";
import { judge } from "../judge";
import { readinessReference, type ReadinessReference } from "../reference.server";
import { drawCode } from "./code";
import { passportContent } from "./content";
import { draftPassport, type PassportHolder } from "./draft-passport";

export type MakePassportRefusal = "market-missing" | "not-approved" | "market-closed";

/**
 * Issues a passport for a market of which everything is met this moment, and revokes the one that there was for it. Judged
 * anew under a lock on the seller, so that a paper that is taken back or rejected in the same moment is seen, and so that of
 * two makers the second replaces what the first has made.
 */
export async function makePassport(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  marketId: string,
  now = clock(),
): Promise<Result<{ passportId: string }, MakePassportRefusal>> {
  const { userId, sellerId } = seller;
  const [reference, book] = await Promise.all([readinessReference(db), referenceBook(db)]);
  return once<{ passportId: string }, MakePassportRefusal>(db, `seller ${sellerId} ${userId}`, formKey, async (trx) => {
    await lockSeller(trx, sellerId);
    const [holder, drafted] = [
      await findHolder(trx, sellerId),
      await judgeNow(trx, reference, { sellerId, marketId }, now),
    ];
    if (!holder || !drafted) return refused("market-missing");
    if (!holder.isApproved) return refused("not-approved");
    if (!drafted.market.isOpen) return refused("market-closed");
    const { content, validUntil } = draftPassport({ ...drafted, holder, book });

    const replaced = await trx
      .updateTable("exportPassports")
      .set({ revokedAt: now })
      .where("sellerId", "=", sellerId)
      .where("marketId", "=", marketId)
      .where("revokedAt", "is", null)
      .returning("id")
      .executeTakeFirst();
    const { id } = await trx
      .insertInto("exportPassports")
      .values({
        code: drawCode(),
        sellerId,
        marketId,
        issuedAt: now,
        validUntil,
        content: JSON.stringify(passportContent.parse(content)),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await recordAudit(trx, {
      actor: recordedAs(seller),
      action: "make-export-passport",
      subject: { kind: "seller", id: sellerId },
      before: { passport: replaced?.id ?? null },
      after: { passport: id, market: marketId, validUntil },
    });
    return done({ passportId: id });
  });
}

async function judgeNow(
  trx: Trx,
  reference: ReadinessReference,
  { sellerId, marketId }: { sellerId: string; marketId: string },
  now: Date,
) {
  const [facts] = await collectFacts(trx, [sellerId]);
  if (!facts) return undefined;
  const today = dayInBaku(now);
  const judgement = judge(facts, reference, today);
  const market = judgement.markets.find((own) => own.market === marketId);
  return market && { reference, facts, judgement, market, today };
}

async function findHolder(trx: Trx, sellerId: string): Promise<(PassportHolder & { isApproved: boolean }) | undefined> {
  const row = await trx
    .selectFrom("sellers")
    .select(["status", "placeId", "foundedYear", "approvedAt"])
    .where("id", "=", sellerId)
    .executeTakeFirst();
  if (!row) return undefined;
  const texts = await trx
    .selectFrom("sellerTexts")
    .select(["locale", "name"])
    .where("sellerId", "=", sellerId)
    .execute();
  const languages = await trx
    .selectFrom("sellerLanguages")
    .select("language")
    .where("sellerId", "=", sellerId)
    .orderBy("position")
    .execute();
  const nameFor = (locale: string) => texts.find((text) => text.locale === locale)?.name ?? undefined;
  const [az, en, ru] = LOCALES.map(nameFor);
  return {
    isApproved: row.status === "approved",
    names: { az: az ?? en ?? ru ?? "", ...(en === undefined ? {} : { en }), ...(ru === undefined ? {} : { ru }) },
    placeId: row.placeId ?? "",
    foundedYear: row.foundedYear ?? undefined,
    approvedOn: row.approvedAt === null ? undefined : dayInBaku(row.approvedAt),
    languages: languages.map(({ language }) => language),
  };
}
