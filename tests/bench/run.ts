import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { startGuard } from "~/platform/processes/guard.server";
import { makeReport } from "~/platform/processes/report.server";
import { tellProblem } from "~/platform/processes/start-problem";
import { CONNECTIONS, ENOUGH_ROUNDS, readOptions, type BenchOptions } from "./options";
import { measurePages, type PagesResult } from "./pages";
import { rowsOfGrowth, rowsOfPages, rowsOfSize, tableOf, type Row } from "./report";
import { measureSize, type SizeResult } from "./size";
import { WORKSPACE_CONNECTIONS, WORKSPACE_LISTINGS } from "./workspace";

const OUTPUT = "test-results/bench.json";

type BenchPlan = { args: readonly string[]; build: (say: (line: string) => void) => Promise<void> };

/**
 * Measures and prints. A target that is missed is printed as missed and fails nothing.
 *
 * @returns the exit code: 0 also when targets were missed, 1 when something could not be measured
 */
export async function runBench({ args, build }: BenchPlan): Promise<number> {
  const report = makeReport();
  const guard = startGuard();
  let isEnding = false;
  const asked = new Promise<number>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        if (isEnding) return;
        isEnding = true;
        report.endSteps();
        report.line("\nStopping …");
        resolve(130);
      });
    }
  });
  const measure = async () => {
    const options = readOptions(args);
    const startedAt = new Date().toISOString();
    await report.step("Build of web and worker", () => build(() => {}));
    const sizes: SizeResult[] = [];
    let pages: PagesResult | undefined;
    for (const size of options.sizes) {
      const isFirst = size === options.sizes[0];
      const result = await measureSize({
        size,
        options,
        guard,
        report,
        hasRealPictures: isFirst && options.only.has("lighthouse"),
        whileStanding: async (stand, prepared) => {
          if (isFirst) pages = await measurePages({ stand, prepared, only: options.only, guard, report });
        },
      });
      sizes.push(result);
    }
    const rows = rowsOf(sizes, pages);
    for (const line of ["", ...headline(options, sizes), "", ...tableOf(rows), ""]) report.line(line);
    writeJson({ startedAt, machine: machine(), options: { ...options, only: [...options.only] }, rows, sizes, pages });
    report.line(`Everything, with the timings of each round: ${OUTPUT}`);
    return 0;
  };
  try {
    return await Promise.race([asked, measure()]);
  } catch (error) {
    if (!isEnding) for (const line of tellProblem(error, "npm run bench")) report.line(line);
    return isEnding ? 130 : 1;
  } finally {
    await guard.stopAll();
  }
}

function rowsOf(sizes: readonly SizeResult[], pages: PagesResult | undefined): Row[] {
  const [first, ...others] = sizes;
  return [
    ...sizes.flatMap(rowsOfSize),
    ...(first ? others.flatMap((other) => rowsOfGrowth(first, other)) : []),
    ...(pages ? rowsOfPages(pages) : []),
  ];
}

function headline({ rounds, searches, only }: BenchOptions, sizes: readonly SizeResult[]): string[] {
  const loads = sizes.flatMap((size) => size.loads);
  const span = loads.length > 0 ? `${Math.min(...loads).toFixed(1)} – ${Math.max(...loads).toFixed(1)}` : "unknown";
  return [
    `${rounds} rounds of ${searches} requests, ${CONNECTIONS} connections, page cache off; medians, with the range of the rounds.`,
    `${availableParallelism()} processors, machine load over a minute ${span}; engine, database, site and load share them.`,
    ...sizes
      .filter(({ engineRequestsPerSearch }) => engineRequestsPerSearch > 0)
      .map(({ label, engineRequestsPerSearch }) => {
        return `${label}: raw-same replays ${engineRequestsPerSearch.toFixed(2)} engine requests per search, as recorded.`;
      }),
    ...sizes
      .filter(({ answeredByPostgres }) => answeredByPostgres > 0)
      .map(
        ({ label, answeredByPostgres }) =>
          `${label}: ${answeredByPostgres} searches ran out of the engine's time and fell to PostgreSQL: the machine is too busy for these figures.`,
      ),
    ...(only.has("workspace")
      ? [
          `Workspace: a shop of ${WORKSPACE_LISTINGS} listings, its owner signed in, ${WORKSPACE_CONNECTIONS} connections.`,
        ]
      : []),
    ...(rounds < ENOUGH_ROUNDS ? [`A trial: ${ENOUGH_ROUNDS} rounds or more are needed for a statement.`] : []),
    ...(sizes.some(({ hasApi }) => !hasApi) ? ["/api/v1/listings did not answer: its figures are missing."] : []),
  ];
}

function machine(): Record<string, unknown> {
  return { node: process.version, processor: cpus()[0]?.model, processors: availableParallelism(), load: loadavg() };
}

function writeJson(content: { sizes: readonly SizeResult[] } & Record<string, unknown>): void {
  mkdirSync("test-results", { recursive: true });
  const sizes = content.sizes.map((size) => ({ ...size, measurements: size.measurements.toJson() }));
  writeFileSync(OUTPUT, `${JSON.stringify({ ...content, sizes }, null, 2)}\n`);
}
