import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { startGuard } from "~/platform/processes/guard.server";
import { privateTemporaryFolder } from "~/platform/processes/private-folder.server";
import { ensureDatabase, startEmbeddedPostgres } from "./cluster.server";

/** Runs `work` with the address of an empty database that is gone afterwards. */
export async function withTemporaryDatabase<Value>(work: (url: string) => Promise<Value>): Promise<Value> {
  const guard = startGuard();
  const folder = mkdtempSync(join(privateTemporaryFolder(process.cwd()), "temporary-"));
  chmodSync(folder, 0o711);
  guard.removeAtEnd(folder);
  try {
    const server = await startEmbeddedPostgres({ folder, isDurable: false, logFile: `${folder}.log`, guard });
    await ensureDatabase(server, "temporary");
    return await work(server.urlOf("temporary"));
  } finally {
    await guard.stopAll();
    rmSync(folder, { recursive: true, force: true });
    rmSync(`${folder}.log`, { force: true });
  }
}
