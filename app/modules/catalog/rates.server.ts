import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { keptReading } from "~/platform/db/kept-reading.server";
import type { RateSource } from "~/platform/exchange-rates/port";
import type { DayRates } from "./format.server";

/** How long one process trusts what it has read, in milliseconds. */
const FRESH_MS = 30_000;

const MILLIONTHS_OF_A_MANAT = 1_000_000n;

const latest = keptReading(FRESH_MS, readLatest);

/** Rates of the last quoted day. Without any, only the manat is in it and nothing is converted. */
export function currentRates(db: Db): Promise<DayRates> {
  return latest.of(db);
}

async function readLatest(db: Db): Promise<DayRates> {
  const rows = await db
    .selectFrom("exchangeRates")
    .where("quotedOn", "=", (eb) => eb.selectFrom("exchangeRates").select((max) => max.fn.max("quotedOn").as("last")))
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
