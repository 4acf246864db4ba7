import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import { env } from "~/platform/env.server";
import { log } from "~/platform/log.server";
import { PreparingClient } from "./prepared.server";
import { noteStatement } from "./statement-count.server";
import type { DB } from "./types.generated";

export type Db = Kysely<DB>;
export type Trx = Transaction<DB>;

const INT8 = 20;
const DATE = 1082;

/** Largest pool of one process; PostgreSQL's default of 100 connections serves six processes and room for people. */
const POOL_SIZE = 15;

/**
 * A connection that nobody used for so long is closed, in milliseconds. It costs several searches to open one, and its first
 * statements are planned anew: after each lull of ten seconds, pg's default, readers would pay for that.
 */
const IDLE_MS = 300_000;

function parserOf(oid: number, format?: "text" | "binary") {
  if (oid === INT8) return BigInt;
  // A calendar day stays the text that PostgreSQL writes: a Date would give it an hour and a time zone.
  if (oid === DATE) return String;
  return pg.types.getTypeParser(oid, format);
}

/** Opens a database. A dropped idle connection is logged, never a crash. */
export function openDatabase(url: string, poolSize = POOL_SIZE): Db {
  const pool = new pg.Pool({
    Client: PreparingClient,
    connectionString: url,
    max: poolSize,
    // pg's own type describes one overload per format; the function serves both.
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: IDLE_MS,
    // What stands between forgets connections that say nothing.
    keepAlive: true,
    keepAliveInitialDelayMillis: 30_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
  });
  pool.on("error", (error) => log.error({ err: error }, "an idle database connection was lost"));
  pool.on("connect", (client) => {
    client.on("error", (error) => log.error({ err: error }, "a database connection was lost"));
  });
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log: (event) => noteStatement(event.query.sql),
  });
}

/** The database of this process. */
export const db: Db = openDatabase(env.DATABASE_URL);

/** Where public pages read: a replica when there is one. It is a moment behind, and refuses to write. */
export const readDb: Db = env.DATABASE_READ_URL === undefined ? db : openDatabase(env.DATABASE_READ_URL);

/** The database to write to for who reads from `on`: what a public page notes goes to the primary. */
export function primaryOf(on: Db): Db {
  return on === readDb ? db : on;
}

export async function closeDatabases(): Promise<void> {
  await Promise.all([...new Set([db, readDb])].map((open) => open.destroy()));
}

/** Runs `work` in the caller's transaction, or in one of its own. */
export function inTransaction<Value>(on: Db | Trx, work: (trx: Trx) => Promise<Value>): Promise<Value> {
  return on.isTransaction ? work(on as Trx) : on.transaction().execute(work);
}
