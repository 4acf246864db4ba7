import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { spawn } from "node:child_process";
import { relative } from "node:path";

/** What one suite did, counted from the runner's own JSON report. */
type Tally = { suite: string; passed: number; failed: number; skipped: number; seconds: number };

type VitestReport = {
  testResults: {
    name: string;
    status: string;
    startTime: number;
    endTime: number;
    assertionResults: { status: string }[];
  }[];
};
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number; duration: number };
};

const REPORTS = "test-results/reports";
const SUITES = ["unit", "architecture", "integration", "routes", "relevance", "faults"];

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const vitestFile = `${REPORTS}/vitest.json`;
const vitestCode = await run("node_modules/vitest/vitest.mjs", [
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${vitestFile}`,
]);
const playwrightFile = `${REPORTS}/playwright.json`;
const playwrightCode = await run("node_modules/@playwright/test/cli.js", ["test", "--reporter=list,json"], {
  PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightFile,
});

const tallies = [...tallyVitest(vitestFile), tallyPlaywright(playwrightFile)];
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
const empty = tallies.filter((tally) => tally.passed + tally.failed === 0);

print("");
print("suite          passed  failed  skipped  seconds");
for (const { suite, ...tally } of tallies) {
  const columns = [
    [tally.passed, 8],
    [tally.failed, 8],
    [tally.skipped, 9],
    [tally.seconds.toFixed(0), 9],
  ] as const;
  print(suite.padEnd(13) + columns.map(([value, width]) => String(value).padStart(width)).join(""));
}
for (const { suite } of empty) print(`The ${suite} suite executed nothing, which counts as a failure.`);
if (failed === 0 && empty.length === 0 && (vitestCode !== 0 || playwrightCode !== 0)) {
  print(
    `A runner ended with an error outside of its tests (vitest ${vitestCode}, playwright ${playwrightCode}); read its output above.`,
  );
}
print(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || empty.length > 0 || vitestCode !== 0 || playwrightCode !== 0 ? 1 : 0;

function run(script: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: "inherit", env: { ...process.env, ...env } });
    child.once("error", () => resolve(1));
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

function tallyVitest(file: string): Tally[] {
  const results = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as VitestReport).testResults : [];
  return SUITES.map((suite) => {
    const tally: Tally = { suite, passed: 0, failed: 0, skipped: 0, seconds: 0 };
    for (const result of results) {
      if (!relative(process.cwd(), result.name).startsWith(`tests/${suite}/`)) continue;
      const statuses = result.assertionResults.map(({ status }) => status);
      tally.passed += statuses.filter((status) => status === "passed").length;
      const failures = statuses.filter((status) => status === "failed").length;
      // A file that could not be loaded fails without a single assertion of its own.
      tally.failed += failures === 0 && result.status === "failed" ? 1 : failures;
      tally.skipped += statuses.filter((status) => status !== "passed" && status !== "failed").length;
      tally.seconds += Math.max(0, result.endTime - result.startTime) / 1000;
    }
    return tally;
  });
}

function tallyPlaywright(file: string): Tally {
  if (!existsSync(file)) return { suite: "e2e", passed: 0, failed: 0, skipped: 0, seconds: 0 };
  const { stats } = JSON.parse(readFileSync(file, "utf8")) as PlaywrightReport;
  return {
    suite: "e2e",
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    seconds: stats.duration / 1000,
  };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
