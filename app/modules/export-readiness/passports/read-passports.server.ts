import type { SelectQueryBuilder } from "kysely";
import { dayInBaku } from "~/platform/calendar";
import type { Db, Trx } from "~/platform/db/db.server";
import { isUuid } from "~/platform/uuid";
import { collectFacts } from "../collect-facts.server";
import { judge } from "../judge";
import { openMarketsOf } from "../recompute/recompute.server";
import { readinessReference } from "../reference.server";
import { passportContent, type PassportContent } from "./content";
import { passportState, type PassportState } from "./state";

export type ReadPassport = {
  passportId: string;
  code: string;
  sellerId: string;
  /** Of its public page today; undefined when it has none. */
  sellerSlug: string | undefined;
  marketId: string;
  issuedOn: string;
  validUntil: string;
  revokedOn: string | undefined;
  state: PassportState;
  content: PassportContent;
};

function selectPassports(db: Db | Trx) {
  return db
    .selectFrom("exportPassports")
    .innerJoin("sellers", "sellers.id", "exportPassports.sellerId")
    .leftJoin("sellerSlugs", (join) =>
      join.onRef("sellerSlugs.sellerId", "=", "sellers.id").on("sellerSlugs.isCurrent", "=", true),
    )
    .select([
      "exportPassports.id as passportId",
      "exportPassports.code",
      "exportPassports.sellerId",
      "exportPassports.marketId",
      "exportPassports.issuedAt",
      "exportPassports.validUntil",
      "exportPassports.revokedAt",
      "exportPassports.content",
      "sellers.status as sellerStatus",
      "sellerSlugs.slug",
    ]);
}

type Row =
  ReturnType<typeof selectPassports> extends SelectQueryBuilder<infer _Db, infer _Tables, infer Value> ? Value : never;

/** The passport of a code that was typed as it is; undefined when nobody was ever given such a one. */
export async function findPassportAtCode(db: Db, code: string, now: Date): Promise<ReadPassport | undefined> {
  const row = await selectPassports(db).where("exportPassports.code", "=", code).executeTakeFirst();
  return row && (await withState(db, [row], now))[0];
}

/** One of a seller's own. */
export async function findOwnPassport(
  db: Db,
  { sellerId, passportId }: { sellerId: string; passportId: string },
  now: Date,
): Promise<ReadPassport | undefined> {
  if (!isUuid(passportId)) return undefined;
  const row = await selectPassports(db)
    .where("exportPassports.sellerId", "=", sellerId)
    .where("exportPassports.id", "=", passportId)
    .executeTakeFirst();
  return row && (await withState(db, [row], now))[0];
}

/** The passports of a seller that were not revoked, at most one for each market, the latest first. */
export async function listLivePassports(db: Db, sellerId: string, now: Date): Promise<ReadPassport[]> {
  const rows = await selectPassports(db)
    .where("exportPassports.sellerId", "=", sellerId)
    .where("exportPassports.revokedAt", "is", null)
    .orderBy("exportPassports.issuedAt", "desc")
    .orderBy("exportPassports.id")
    .execute();
  return withState(db, rows, now);
}

/** Whether they hold is judged of what is there now, not of what a job has stored: a paper may have ended this midnight. */
async function withState(db: Db, rows: readonly Row[], now: Date): Promise<ReadPassport[]> {
  const today = dayInBaku(now);
  const open = await openMarketsOfSellers(db, [...new Set(rows.map(({ sellerId }) => sellerId))], today);
  return rows.map(({ sellerStatus, slug, issuedAt, revokedAt, content, ...row }) => {
    const isSellerApproved = sellerStatus === "approved";
    return {
      ...row,
      sellerSlug: isSellerApproved ? (slug ?? undefined) : undefined,
      issuedOn: dayInBaku(issuedAt),
      revokedOn: revokedAt === null ? undefined : dayInBaku(revokedAt),
      content: passportContent.parse(content),
      state: passportState(
        {
          revokedAt: revokedAt ?? undefined,
          validUntil: row.validUntil,
          isSellerApproved,
          isMarketOpen: open.get(row.sellerId)?.includes(row.marketId) ?? false,
        },
        today,
      ),
    };
  });
}

async function openMarketsOfSellers(db: Db, sellerIds: readonly string[], today: string) {
  if (sellerIds.length === 0) return new Map<string, string[]>();
  const [reference, facts] = await Promise.all([readinessReference(db), collectFacts(db, sellerIds)]);
  return new Map(facts.map((own) => [own.sellerId, openMarketsOf(judge(own, reference, today))]));
}
