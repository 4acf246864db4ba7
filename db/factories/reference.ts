import type { Db } from "~/platform/db/db.server";
import { writeRows } from "../bulk";
import { FACTORY_NOW } from "./unique";

/**
 * Exchange rates of one day.
 *
 * @param aznPerUnit manats for one whole unit of each currency, `{ EUR: 1.9748 }`
 */
export async function makeRates(db: Db, aznPerUnit: Record<string, number>, quotedOn = "2026-11-20"): Promise<void> {
  const rows = Object.entries(aznPerUnit).map(([currency, manats]) => ({
    currency,
    quoted_on: quotedOn,
    azn_millionths: Math.round(manats * 1_000_000),
    source: "test",
    loaded_at: FACTORY_NOW.toISOString(),
  }));
  await writeRows(db, "exchange_rates", rows, { key: ["currency", "quoted_on"] });
}
