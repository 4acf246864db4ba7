import { startEmbeddedPostgres } from "~/platform/db/embedded/cluster.server";
import { startGuard } from "~/platform/processes/guard.server";

/** A process for the tests to kill: it starts a guarded PostgreSQL in the folder given, prints its number and waits. */
const [folder = ""] = process.argv.slice(2);
const guard = startGuard();
const server = await startEmbeddedPostgres({ folder, isDurable: true, logFile: `${folder}.log`, guard });
process.stdout.write(`${server.pid} ${server.urlOf("postgres")}\n`);
setInterval(() => {}, 60_000);
