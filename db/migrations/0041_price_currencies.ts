import { sql, type Kysely } from "kysely";

/** Prices are in currencies that sellers can choose; a limit of price is looked for in those alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table price_tiers add constraint price_tiers_currencies
    check (currency in ('AZN', 'EUR', 'USD', 'GBP', 'TRY', 'RUB', 'AED', 'GEL', 'KZT'))`.execute(db);
}
