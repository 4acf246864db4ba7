import { loadReferenceData } from "~db/reference/load";
import { refuseForeignDatabase } from "~/platform/db/claim.server";
import { db } from "~/platform/db/db.server";
import { markDatabase, migrateToLatest } from "~/platform/db/migrate.server";
import { env } from "~/platform/env.server";

// Before anything is written: another mode's database, or anybody else's, is left as it is.
await refuseForeignDatabase(db, env.APP_MODE);
await migrateToLatest(db, env.DATABASE_URL);
await markDatabase(db, env.APP_MODE);
await loadReferenceData(db);
await db.destroy();
process.stdout.write("migrated\n");
