import { loadReferenceData } from "~db/reference/load";
import { db } from "~/platform/db/db.server";
import { markDatabase, migrateToLatest } from "~/platform/db/migrate.server";
import { env } from "~/platform/env.server";

await migrateToLatest(db, env.DATABASE_URL);
await markDatabase(db, env.APP_MODE);
await loadReferenceData(db);
await db.destroy();
process.stdout.write("migrated\n");
