import { loadReferenceData } from "~db/reference/load";
import { refuseForeignDatabase } from "~/platform/db/claim.server";
import { db } from "~/platform/db/db.server";
import { markDatabase, migrateToLatest } from "~/platform/db/migrate.server";
import { env } from "~/platform/env.server";
import type { Report } from "~/platform/processes/report.server";

/** Brings the demo's database from whatever state it is in to the finished one; what is done already is skipped. */
export async function prepareDemoData(report: Report): Promise<void> {
  await report.step("Tables and reference data", async () => {
    await refuseForeignDatabase(db, "demo");
    await migrateToLatest(db, env.DATABASE_URL);
    await markDatabase(db, "demo");
    await loadReferenceData(db);
  });
}

export async function describeDemo(origin: string): Promise<string[]> {
  return ["", `  ${origin}/`, ""];
}
