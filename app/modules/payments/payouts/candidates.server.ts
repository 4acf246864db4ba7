import { sql } from "kysely";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import type { LocaleTexts } from "~/platform/i18n/locales";
import { isSellerHeld } from "../holds/holds.server";
import { keptBy, listKeptBack } from "../holds/kept-back.server";
import { keptOfDue } from "../ledger/rules";

/**
 * Why a seller with something on her balance is not paid: she owes more than is due to her, all of it is kept back for orders
 * that something is open about, she is held, told no account, or is in a batch.
 */
export const SKIP_REASONS = ["negative", "kept-back", "held", "no-account", "in-batch"] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

export type Candidate = {
  sellerId: string;
  /** By which the bank knows her. */
  name: string;
  /** As readers know her shop. */
  names: LocaleTexts<string>;
  /** Due, after what was owed and what is kept back was taken off it. */
  amountMinor: bigint;
  /** Of what is due kept back, since a problem of an order is open or its money is to go back. */
  keptMinor: bigint;
  iban: string | undefined;
  town: string | undefined;
  country: string;
  /** Undefined for who is paid. */
  skipped: SkipReason | undefined;
};

/** Sellers with a balance in a currency, who is paid first, by name; what a batch that is made now would hold. */
export async function listCandidates(db: Db | Trx, currency: string, now = clock()): Promise<Candidate[]> {
  const rows = await db
    .selectFrom("ledgerAccounts")
    .innerJoin("ledgerPostings", "ledgerPostings.accountId", "ledgerAccounts.id")
    .innerJoin("sellers", "sellers.id", "ledgerAccounts.sellerId")
    .innerJoin("sellerTexts", (join) =>
      join.onRef("sellerTexts.sellerId", "=", "sellers.id").on("sellerTexts.locale", "=", "az"),
    )
    .leftJoin("placeTexts", (join) =>
      join.onRef("placeTexts.placeId", "=", "sellers.placeId").on("placeTexts.locale", "=", "az"),
    )
    .select(["sellers.id as sellerId", "sellerTexts.name", "sellers.iban", "sellers.country"])
    .select(["placeTexts.name as town", sql<bigint>`-sum(amount_minor)::bigint`.as("amountMinor")])
    .select(sql<boolean>`${isSellerHeld(now)}`.as("isHeld"))
    .select(
      sql<LocaleTexts<string>>`(
        select jsonb_object_agg(own.locale, own.name) from seller_texts as own
        where own.seller_id = sellers.id and own.name <> '')`.as("names"),
    )
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom("payouts")
            .select("payouts.id")
            .whereRef("payouts.sellerId", "=", "sellers.id")
            .where("payouts.currency", "=", currency)
            .where("status", "=", "due"),
        )
        .as("isInBatch"),
    )
    .where("ledgerAccounts.kind", "=", "seller_payable")
    .where("ledgerAccounts.currency", "=", currency)
    .groupBy(["sellers.id", "sellerTexts.name", "placeTexts.name"])
    .having(sql<bigint>`sum(amount_minor)`, "<>", 0n)
    .orderBy("sellerTexts.name")
    .orderBy("sellers.id")
    .execute();
  // After the balances: what was reported while they were read is seen here.
  const keptOf = keptBy(await listKeptBack(db, { currency }), ({ sellerId }) => sellerId);
  const candidates = rows.map(({ isHeld, isInBatch, amountMinor: dueMinor, iban, town, ...row }): Candidate => {
    const keptMinor = keptOfDue(keptOf.get(row.sellerId) ?? 0n, dueMinor);
    const amountMinor = dueMinor - keptMinor;
    const reasons: [boolean, SkipReason][] = [
      [isInBatch === true, "in-batch"],
      [dueMinor < 0n, "negative"],
      [amountMinor === 0n, "kept-back"],
      [isHeld, "held"],
      [iban === null, "no-account"],
    ];
    const skipped = reasons.find(([isSo]) => isSo)?.[1];
    return { ...row, iban: iban ?? undefined, town: town ?? undefined, amountMinor, keptMinor, skipped };
  });
  return [
    ...candidates.filter(({ skipped }) => skipped === undefined),
    ...candidates.filter(({ skipped }) => skipped !== undefined),
  ];
}

/** Currencies in which something is due to somebody, by their codes. */
export async function listPayableCurrencies(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom("ledgerAccounts")
    .innerJoin("ledgerPostings", "ledgerPostings.accountId", "ledgerAccounts.id")
    .select("ledgerAccounts.currency")
    .where("kind", "=", "seller_payable")
    .groupBy(["ledgerAccounts.currency"])
    .having(sql<bigint>`sum(amount_minor)`, "<>", 0n)
    .orderBy("ledgerAccounts.currency")
    .execute();
  return rows.map(({ currency }) => currency);
}
