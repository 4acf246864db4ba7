import { sql } from "kysely";
import type { Trx } from "~/platform/db/db.server";

/** The same reference is the same one however it was typed off. */
export const asBanksWrite = (reference: string) => reference.trim().replaceAll(/\s+/g, " ").toUpperCase();

/** The first number is no other lock's. */
const REFERENCE_LOCK = 7_203_443;

/** Two who type the same reference off at once wait for each other until the first one's transaction ends. */
export async function lockReference(trx: Trx, bankReference: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${REFERENCE_LOCK}::int, hashtext(${bankReference}))`.execute(trx);
}
