import { fileURLToPath } from "node:url";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const CORES = 2;

/** `alone` suites measure time or kill processes; nothing else runs beside them. */
function suite(name: string, order: number, { real = false, alone = false } = {}): TestProjectConfiguration {
  return {
    extends: true,
    test: {
      name,
      include: [`tests/${name}/**/*.test.{ts,tsx}`],
      setupFiles: [
        "tests/support/setup-console.ts",
        "tests/support/setup-properties.ts",
        ...(real ? ["tests/support/setup-database.ts"] : []),
      ],
      globalSetup: ["tests/support/messages-setup.ts", ...(real ? ["tests/support/global-setup.ts"] : [])],
      sequence: { groupOrder: order },
      maxWorkers: alone ? 1 : CORES,
      // Whole processes start and end in these; the limit only ends what hangs.
      ...(alone ? { testTimeout: 180_000 } : {}),
    },
  };
}

export default defineConfig({
  resolve: { alias: { "~db/": folder("./db/"), "~tests/": folder("./tests/"), "~/": folder("./app/") } },
  test: {
    environment: "node",
    env: { APP_MODE: "test", NODE_ENV: "test", TZ: "UTC" },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
    projects: [
      suite("unit", 0),
      suite("architecture", 0),
      suite("integration", 0, { real: true }),
      suite("routes", 0, { real: true }),
      suite("relevance", 0, { real: true }),
      suite("faults", 1, { real: true, alone: true }),
    ],
  },
});
