import { buildAll, isBuildFresh } from "./build";
import { compileMessages } from "./messages";

// The platform reads its settings when its first module is loaded. The bench starts a database of its own and never
// uses this one; nothing listens at its address. Sessions that it makes are read by the site that it measures, which
// gets none of our settings.
process.env.APP_MODE = "demo";
process.env.DATABASE_URL = "postgres://127.0.0.1:9/unused";
for (const name of [
  "MEILI_URL",
  "MEILI_MASTER_KEY",
  "MEILI_INDEX_PREFIX",
  "DATABASE_READ_URL",
  "SESSION_SECRET",
  "SITE_URL",
])
  delete process.env[name];

// A fresh clone has no compiled texts yet, and the modules that are measured import them.
await compileMessages();
const { runBench } = await import("~tests/bench/run");

process.exitCode = await runBench({
  args: process.argv.slice(2),
  build: async (say) => {
    if (!isBuildFresh()) await buildAll(say);
  },
});
// A measurement that was under way when the end was asked for must not keep us.
process.exit();
