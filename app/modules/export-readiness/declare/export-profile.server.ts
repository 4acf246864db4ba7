import { createHash } from "node:crypto";
import { SME_CATEGORIES } from "~/modules/sellers";
import { askForReadiness, keepExportFacts } from "~/modules/sellers/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import { recordedAs, type SellerActor } from "~/platform/session/actors.server";
import type { ExportProfileInput } from "./schema.server";

/** Fields of the form by the name of the declaration that they make. */
const FIELD_OF = {
  capacity: "capacity",
  payment_terms: "paymentTerms",
  target_market: "targetReason",
  answers_in_english: "answersBy",
} as const;
type DeclaredName = keyof typeof FIELD_OF | "sme_category";

export type ExportProfile = Omit<ExportProfileInput, "stamp"> & {
  /** Of the state that a form is made from. */
  stamp: string;
  confirmed: readonly string[];
};

/** What a seller says of herself as an exporter. */
export async function findExportProfile(db: Db | Trx, sellerId: string): Promise<ExportProfile | undefined> {
  const seller = await db.selectFrom("sellers").select("smeCategory").where("id", "=", sellerId).executeTakeFirst();
  if (!seller) return undefined;
  const [markets, declared] = await Promise.all([
    db
      .selectFrom("sellerTargetMarkets")
      .select("marketId")
      .where("sellerId", "=", sellerId)
      .orderBy("position")
      .execute(),
    db
      .selectFrom("sellerDeclarations")
      .select(["name", "isDeclared", "words", "confirmedAt"])
      .where("sellerId", "=", sellerId)
      .orderBy("name")
      .execute(),
  ]);
  const wordsOf = (name: DeclaredName) =>
    declared.find((row) => row.name === name && row.isDeclared)?.words ?? undefined;
  const profile = {
    targetMarkets: markets.map(({ marketId }) => marketId),
    smeCategory: SME_CATEGORIES.find((known) => known === seller.smeCategory),
    capacity: wordsOf("capacity"),
    paymentTerms: wordsOf("payment_terms"),
    targetReason: wordsOf("target_market"),
    answersBy: wordsOf("answers_in_english"),
  };
  const stamp = createHash("sha256").update(JSON.stringify(profile)).digest("hex").slice(0, 16);
  return {
    ...profile,
    stamp,
    confirmed: declared.filter(({ confirmedAt }) => confirmedAt !== null).map(({ name }) => name),
  };
}

export type ProfileRefusal = "changed-elsewhere" | "market-missing";

/**
 * Keeps what a seller says of herself. What she changes is no longer confirmed by staff, what she leaves as it was stays so.
 * Every declaration counts half until somebody of the Federation has confirmed it.
 */
export function saveExportProfile(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { stamp, ...said }: ExportProfileInput,
  now = clock(),
): Promise<Result<null, ProfileRefusal>> {
  const { userId, sellerId } = seller;
  return once(db, `seller ${sellerId} ${userId}`, formKey, async (trx): Promise<Result<null, ProfileRefusal>> => {
    await trx.selectFrom("sellers").select("id").where("id", "=", sellerId).forUpdate().executeTakeFirst();
    const before = await findExportProfile(trx, sellerId);
    if (before?.stamp !== stamp) return refused("changed-elsewhere");
    const targetMarkets = [...new Set(said.targetMarkets)];
    if (!(await areMarkets(trx, targetMarkets))) return refused("market-missing");
    await keepExportFacts(trx, sellerId, { targetMarkets, smeCategory: said.smeCategory });
    await declare(trx, seller, said, now);
    await askForReadiness(trx, sellerId);
    const { confirmed: _confirmed, stamp: _stamp, ...stored } = before;
    await recordAudit(trx, {
      actor: recordedAs(seller),
      action: "edit-export-profile",
      subject: { kind: "seller", id: sellerId },
      before: stored,
      after: { ...said, targetMarkets },
    });
    return done(null);
  });
}

async function areMarkets(trx: Trx, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true;
  const known = await trx
    .selectFrom("markets")
    .select("id")
    .where("id", "in", [...ids])
    .execute();
  return known.length === ids.length;
}

type Said = Omit<ExportProfileInput, "stamp">;

async function declare(trx: Trx, { userId, sellerId }: SellerActor, said: Said, now: Date): Promise<void> {
  const rows = [
    { name: "sme_category", words: said.smeCategory },
    ...Object.entries(FIELD_OF).map(([name, field]) => ({ name, words: said[field] })),
  ].map(({ name, words }) => ({
    sellerId,
    name,
    words: words ?? null,
    isDeclared: words !== undefined,
    declaredBy: userId,
    declaredAt: now,
  }));
  await trx
    .insertInto("sellerDeclarations")
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(["sellerId", "name"])
        .doUpdateSet((eb) => ({
          words: eb.ref("excluded.words"),
          isDeclared: eb.ref("excluded.isDeclared"),
          declaredBy: eb.ref("excluded.declaredBy"),
          declaredAt: eb.ref("excluded.declaredAt"),
          confirmedAt: null,
          confirmedBy: null,
        }))
        // What is said as before stays as it was said, confirmed or not.
        .where((eb) => eb("sellerDeclarations.words", "is distinct from", eb.ref("excluded.words"))),
    )
    .execute();
}
