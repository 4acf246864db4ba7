import { verifyAuditChain } from "~/platform/audit/audit.server";
import { db } from "~/platform/db/db.server";

const { entries, brokenAt } = await verifyAuditChain(db);
await db.destroy();
if (brokenAt === undefined) {
  process.stdout.write(`the audit chain holds: ${entries} entries\n`);
} else {
  process.stderr.write(`the audit chain is broken at entry ${brokenAt}: ${entries} entries before it hold\n`);
  process.exitCode = 1;
}
