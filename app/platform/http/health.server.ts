import { sql } from "kysely";
import type { Db } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";

export type Readiness = { isReady: boolean; database: "up" | "down"; search: "up" | "down" | "unset" };

const TIMEOUT_MS = 2_000;

/** Can this process answer? A sleeping search engine is named but does not make it unready: PostgreSQL stands in. */
export async function checkReadiness(db: Db): Promise<Readiness> {
  const [database, search] = await Promise.all([checkDatabase(db), checkSearch()]);
  return { isReady: database === "up", database, search };
}

async function checkDatabase(db: Db): Promise<"up" | "down"> {
  const answer = sql`select 1 from sellers limit 1`.execute(db).then(
    () => "up" as const,
    () => "down" as const,
  );
  const timeout = new Promise<"down">((resolve) => setTimeout(() => resolve("down"), TIMEOUT_MS).unref());
  return Promise.race([answer, timeout]);
}

async function checkSearch(): Promise<Readiness["search"]> {
  if (env.MEILI_URL === undefined) return "unset";
  try {
    const answer = await fetch(new URL("/health", env.MEILI_URL), { signal: AbortSignal.timeout(TIMEOUT_MS) });
    return answer.ok ? "up" : "down";
  } catch {
    return "down";
  }
}
