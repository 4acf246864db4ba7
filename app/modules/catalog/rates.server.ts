import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { keptReading } from "~/platform/db/kept-reading.server";
import type { RateSource } from "~/platform/exchange-rates/port";
import type { DayRates } from "./format.server";

/** How long one process trusts what it has read, in milliseconds. */
const FRESH_MS = 30_000;

const MILLIONTHS_OF_A_MANAT = 1_000_000n;

/**
 * The unit of account of the International Monetary Fund, by the code of the Central Bank's list and by that of ISO 4217. It
 * stands among the bank's currencies and nobody pays in it: limits of the post and of carriers are counted in it.
 */
const SDR_CODES = ["SDR", "XDR"];

const latest = keptReading(FRESH_MS, readLatest);

/** Rates of the money of the last quoted day. Without any, only the manat is in it and nothing is converted. */
export function currentRates(db: Db): Promise<DayRates> {
  return latest.of(db);
}

async function readLatest(db: Db): Promise<DayRates> {
  const rows = await db
    .selectFrom("exchangeRates")
    .where("quotedOn", "=", (eb) => eb.selectFrom("exchangeRates").select((max) => max.fn.max("quotedOn").as("last")))
    .where("currency", "not in", SDR_CODES)
    .select(["currency", "aznMillionths", "quotedOn", "source"])
    .execute();
  const rates = new Map(rows.map(({ currency, aznMillionths }) => [currency, aznMillionths]));
  rates.set("AZN", MILLIONTHS_OF_A_MANAT);
  return {
    rates,
    quotedOn: rows[0]?.quotedOn ?? clock().toISOString().slice(0, 10),
    source: rows[0]?.source ?? "",
  };
}

/** AZN millionths of one SDR and of one whole unit of a currency, both of the list of one day. */
export type SdrRate = { aznMillionths: bigint; currencyAznMillionths: bigint; on: string };

/** The newest rate of the SDR on whose day the currency is quoted too; undefined where none is known. */
export async function findSdrRate(db: Db, currency: string): Promise<SdrRate | undefined> {
  const row = await db
    .selectFrom("exchangeRates as sdr")
    .leftJoin("exchangeRates as quoted", (join) =>
      join.onRef("quoted.quotedOn", "=", "sdr.quotedOn").on("quoted.currency", "=", currency),
    )
    .where("sdr.currency", "in", SDR_CODES)
    .where((eb) => (currency === "AZN" ? eb.lit(true) : eb("quoted.currency", "is not", null)))
    .orderBy("sdr.quotedOn", "desc")
    .limit(1)
    .select(["sdr.aznMillionths", "sdr.quotedOn as on", "quoted.aznMillionths as quotedMillionths"])
    .executeTakeFirst();
  if (!row) return undefined;
  const { aznMillionths, on, quotedMillionths } = row;
  return { aznMillionths, on, currencyAznMillionths: quotedMillionths ?? MILLIONTHS_OF_A_MANAT };
}

/**
 * Stores the list of the day, once: a second load of the same list corrects it and adds nothing.
 *
 * @param day calendar day to ask for; the stored rows carry the day that the source answered
 * @returns the day of the list and how many currencies it has
 */
export async function loadDailyRates(
  db: Db,
  source: RateSource,
  { day = clock().toISOString().slice(0, 10), now = clock() } = {},
): Promise<{ quotedOn: string; count: number }> {
  const list = await source.ratesOf(day);
  if (list.rates.length === 0) throw new Error("the list of rates is empty");
  await db
    .insertInto("exchangeRates")
    .values(
      list.rates.map(({ currency, aznMillionths }) => ({
        currency,
        quotedOn: list.quotedOn,
        aznMillionths,
        source: list.source,
        loadedAt: now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(["currency", "quotedOn"]).doUpdateSet((eb) => ({
        aznMillionths: eb.ref("excluded.aznMillionths"),
        source: eb.ref("excluded.source"),
        loadedAt: eb.ref("excluded.loadedAt"),
      })),
    )
    .execute();
  latest.forget(db);
  return { quotedOn: list.quotedOn, count: list.rates.length };
}
