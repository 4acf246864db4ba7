import { rmSync } from "node:fs";
import { join } from "node:path";
import {
  ensureDatabase,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from "~/platform/db/embedded/cluster.server";
import { findMeilisearch } from "~/platform/search-engine/embedded/binary.server";
import {
  startEmbeddedMeilisearch,
  type EmbeddedMeilisearch,
} from "~/platform/search-engine/embedded/meilisearch.server";
import { startEmbeddedStripe, type EmbeddedStripe } from "~/platform/stripe/sandbox/embedded.server";
import { STAND_IN_MERCHANT } from "~/platform/stripe/stand-in-merchant";
import type { Guard } from "./guard.server";
import type { RunFolder } from "./run-folder.server";

/** PostgreSQL, the search engine and the Stripe of a demo: our own children, or what the environment points at. */
export type Parts = {
  database: { url: string; server: EmbeddedPostgres | undefined };
  /** Undefined when there is no Meilisearch for this platform; PostgreSQL answers searches then. */
  search: { url: string; key: string; server: EmbeddedMeilisearch | undefined } | undefined;
  /** Undefined when the person has a key of her own: the site talks to Stripe itself then. */
  payments: EmbeddedStripe | undefined;
};

type PartsOptions = {
  folder: RunFolder;
  guard: Guard;
  /** Addresses that the person set; those parts are not started. */
  given: GivenParts;
  site: SiteOfParts;
};

export type GivenParts = {
  databaseUrl: string | undefined;
  meiliUrl: string | undefined;
  meiliKey: string | undefined;
  stripeKey: string | undefined;
};

/** The site that the sandbox sends its events to. */
export type SiteOfParts = { url: string; aheadMs: number };

const DATABASE = "karvan";

/** Starts what is not given, all of it side by side. */
export async function startParts({ folder, guard, given, site }: PartsOptions): Promise<Parts> {
  const { databaseUrl, meiliUrl, meiliKey, stripeKey } = given;
  const [database, search, payments] = await Promise.allSettled([
    databaseUrl ? Promise.resolve({ url: databaseUrl, server: undefined }) : startDatabase(folder, guard),
    meiliUrl ? Promise.resolve({ url: meiliUrl, key: meiliKey ?? "", server: undefined }) : startSearch(folder, guard),
    stripeKey ? Promise.resolve(undefined) : startPayments(folder, guard, site),
  ] as const);
  if (database.status === "rejected") throw database.reason;
  if (search.status === "rejected") throw search.reason;
  if (payments.status === "rejected") throw payments.reason;
  return { database: database.value, search: search.value, payments: payments.value };
}

/** Deletes what the demo keeps, so that the next start begins anew. Programs and passwords stay. */
export async function forgetData(folder: string): Promise<void> {
  await removeEmbeddedPostgres(join(folder, "postgres"));
  for (const name of ["meilisearch", "stripe", "files", "logs", "prepared.json"]) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

export async function startSearch(folder: RunFolder, guard: Guard, port?: number): Promise<Parts["search"]> {
  const binary = await findMeilisearch(join(folder.path, "bin"));
  if (!binary) return undefined;
  const server = await startEmbeddedMeilisearch({
    binary,
    folder: join(folder.path, "meilisearch"),
    masterKey: folder.secret("meilisearch"),
    logFile: join(folder.path, "logs/meilisearch.log"),
    guard,
    ...(port ? { port } : {}),
  });
  folder.noteChild(server.pid, "SIGTERM");
  return { url: server.url, key: server.masterKey, server };
}

/** The sandbox, on its old port when that is free, with everything that it knew. */
export async function startPayments(folder: RunFolder, guard: Guard, site: SiteOfParts): Promise<EmbeddedStripe> {
  const server = await startEmbeddedStripe({
    folder: join(folder.path, "stripe"),
    webhookUrl: `${site.url}/webhooks/stripe`,
    webhookSecret: `whsec_${folder.secret("stripe-webhook").replaceAll(/\W/g, "")}`,
    merchantName: process.env.MERCHANT_NAME ?? STAND_IN_MERCHANT.MERCHANT_NAME,
    merchantCountry: process.env.MERCHANT_COUNTRY ?? STAND_IN_MERCHANT.MERCHANT_COUNTRY,
    aheadMs: site.aheadMs,
    logFile: join(folder.path, "logs/stripe.log"),
    env: process.env,
    guard,
  });
  folder.noteChild(server.pid, "SIGTERM");
  return server;
}

async function startDatabase(folder: RunFolder, guard: Guard): Promise<Parts["database"]> {
  const server = await startEmbeddedPostgres({
    folder: join(folder.path, "postgres"),
    isDurable: true,
    logFile: join(folder.path, "logs/postgres.log"),
    guard,
  });
  folder.noteChild(server.pid, "SIGINT");
  await ensureDatabase(server, DATABASE);
  return { url: server.urlOf(DATABASE), server };
}
