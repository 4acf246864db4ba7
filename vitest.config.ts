import { fileURLToPath } from "node:url";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";
import { serverMessages } from "./messages.config";

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const CORES = 2;

type SuiteOptions = {
  /** Needs PostgreSQL and Meilisearch. */
  real?: boolean;
  /** Starts and ends whole processes; the limit only ends what hangs. */
  slow?: boolean;
  /** Measures time: nothing runs beside it. */
  alone?: boolean;
  include?: string;
  exclude?: string;
};

function suite(name: string, order: number, options: SuiteOptions = {}): TestProjectConfiguration {
  const { real = false, slow = false, alone = false, include = `tests/${name}/**/*.test.{ts,tsx}`, exclude } = options;
  return {
    extends: true,
    test: {
      name,
      include: [include],
      exclude: exclude === undefined ? [] : [exclude],
      setupFiles: [
        "tests/support/setup-console.ts",
        "tests/support/setup-properties.ts",
        ...(real ? ["tests/support/setup-database.ts"] : []),
      ],
      globalSetup: ["tests/support/messages-setup.ts", ...(real ? ["tests/support/global-setup.ts"] : [])],
      sequence: { groupOrder: order },
      maxWorkers: alone ? 1 : CORES,
      // Threads start sooner; what starts and kills processes has one of its own.
      pool: slow ? "forks" : "threads",
      ...(slow ? { testTimeout: 180_000 } : {}),
    },
  };
}

/** Say how soon an answer has to be there. */
const TIMED = "tests/faults/{search-engine,suspension}.test.ts";

export default defineConfig({
  resolve: {
    alias: { ...serverMessages(), "~db/": folder("./db/"), "~tests/": folder("./tests/"), "~/": folder("./app/") },
  },
  test: {
    environment: "node",
    env: { APP_MODE: "test", NODE_ENV: "test", TZ: "UTC" },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
    // Compiled already: Node loads it as it is.
    server: { deps: { external: [/\/app\/paraglide\//] } },
    projects: [
      suite("unit", 0),
      suite("architecture", 0),
      suite("integration", 0, { real: true }),
      suite("routes", 0, { real: true }),
      suite("relevance", 0, { real: true }),
      suite("faults", 1, { real: true, slow: true, exclude: TIMED }),
      suite("faults-timed", 2, { real: true, slow: true, alone: true, include: TIMED }),
    ],
  },
});
