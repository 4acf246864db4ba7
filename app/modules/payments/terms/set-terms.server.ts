import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { done, refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { tellShops } from "../letters/tell-shops.server";
import type { Terms } from "../types";
import { latestOfLevel } from "./latest-of-level.server";
import { countShopsOfLevel } from "./shops-of-level.server";

/** Somebody else set them since the form was shown. */
export type TermsRefusal = "terms-changed" | "seller-missing";
/** Shops are concerned, and nobody has said that this is meant. */
type LevelTermsRefusal = TermsRefusal | "not-confirmed";

export const TERMS_LEVELS = ["exploring", "preparing", "ready", "exporting"] as const;
export type TermsLevel = (typeof TERMS_LEVELS)[number];

export type SetTerms = Terms & {
  /** Of the terms that the form was made from; 0 for none. */
  revision: number;
};

/** Agrees terms of her own with a seller. They are for orders from now on: those that were placed keep theirs. */
export function setSellerTerms(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { sellerId, revision, ...terms }: SetTerms & { sellerId: string },
  now = clock(),
): Promise<Result<null, TermsRefusal>> {
  return once(db, `staff ${staff.userId}`, formKey, async (trx): Promise<Result<null, TermsRefusal>> => {
    const seller = await trx.selectFrom("sellers").select("id").where("id", "=", sellerId).executeTakeFirst();
    if (!seller) return refused("seller-missing");
    const before = await latestOf(trx, sellerId);
    if ((before?.revision ?? 0) !== revision) return refused("terms-changed");
    const row = await trx
      .insertInto("sellerTerms")
      .values({ ...terms, sellerId, revision: revision + 1, setBy: staff.userId, setAt: now })
      .onConflict((conflict) => conflict.columns(["sellerId", "revision"]).doNothing())
      .returning("revision")
      .executeTakeFirst();
    if (!row) return refused("terms-changed");
    await tellShops(trx, [{ sellerId, news: { what: "terms-set", ...termsOf(terms) } }]);
    await recordAudit(trx, {
      actor: { kind: "staff", id: staff.userId },
      action: "set-seller-terms",
      subject: { kind: "seller", id: sellerId },
      ...(before ? { before: termsOf(before) } : {}),
      after: termsOf(terms),
    });
    return done(null);
  });
}

/**
 * Sets the terms of sellers of a level who have none of their own, and lets each of them be told. Where there are such sellers
 * a change has to be confirmed.
 *
 * @param isSure whoever sets them has seen how many shops they concern
 */
export function setPlatformTerms(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { level, revision, isSure = false, ...terms }: SetTerms & { level: TermsLevel; isSure?: boolean },
  now = clock(),
): Promise<Result<null, LevelTermsRefusal>> {
  return once(db, `staff ${staff.userId}`, formKey, async (trx): Promise<Result<null, LevelTermsRefusal>> => {
    const before = await latestOfLevel(trx, level).executeTakeFirstOrThrow();
    if (before.revision !== revision) return refused("terms-changed");
    // What was saved again as it was is no news to anybody.
    const isNews = isChanged(before, terms);
    if (isNews && !isSure && (await countShopsOfLevel(trx, level)) > 0) return refused("not-confirmed");
    const row = await trx
      .insertInto("platformTerms")
      .values({ ...terms, level, revision: revision + 1, setBy: staff.userId, setAt: now })
      .onConflict((conflict) => conflict.columns(["level", "revision"]).doNothing())
      .returning("revision")
      .executeTakeFirst();
    if (!row) return refused("terms-changed");
    if (isNews) await enqueue(trx, "tell-level-of-terms", { level, revision: revision + 1, formKey, after: null });
    await recordAudit(trx, {
      actor: { kind: "staff", id: staff.userId },
      action: "set-platform-terms",
      subject: { kind: "terms", id: level },
      before: termsOf(before),
      after: termsOf(terms),
    });
    return done(null);
  });
}

const termsOf = ({ commissionBasisPoints, holdDays, depositReleaseBasisPoints }: Terms): Terms => ({
  commissionBasisPoints,
  holdDays,
  depositReleaseBasisPoints,
});

const isChanged = (before: Terms, after: Terms) =>
  before.commissionBasisPoints !== after.commissionBasisPoints ||
  before.holdDays !== after.holdDays ||
  before.depositReleaseBasisPoints !== after.depositReleaseBasisPoints;

function latestOf(db: Db | Trx, sellerId: string) {
  return db
    .selectFrom("sellerTerms")
    .select(["revision", "commissionBasisPoints", "holdDays", "depositReleaseBasisPoints"])
    .where("sellerId", "=", sellerId)
    .orderBy("revision", "desc")
    .limit(1)
    .executeTakeFirst();
}

export type LevelTerms = Terms & { level: TermsLevel; revision: number };

/** The Federation's terms by level, the lowest first. */
export async function listPlatformTerms(db: Db): Promise<LevelTerms[]> {
  const rows = await db
    .selectFrom("platformTerms")
    .distinctOn("level")
    .select(["level", "revision", "commissionBasisPoints", "holdDays", "depositReleaseBasisPoints"])
    .orderBy("level")
    .orderBy("revision", "desc")
    .execute();
  return TERMS_LEVELS.flatMap((level) => {
    const row = rows.find((one) => one.level === level);
    return row ? [{ ...row, level }] : [];
  });
}

/** Terms that new orders of a seller get; revision 0 where they are the Federation's, not her own. */
export async function findSellerTerms(db: Db, sellerId: string): Promise<Terms & { revision: number }> {
  const own = await latestOf(db, sellerId);
  if (own) return own;
  const result = await db
    .selectFrom("readinessResults")
    .select("level")
    .where("sellerId", "=", sellerId)
    .executeTakeFirst();
  const common = await listPlatformTerms(db);
  const level = common.find((one) => one.level === (result?.level ?? "exploring"));
  if (!level) throw new Error("the Federation has no terms");
  return { ...termsOf(level), revision: 0 };
}
