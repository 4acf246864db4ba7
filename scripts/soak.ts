import { spawn } from "node:child_process";

/** How often the whole round is run; `npm run soak -- 50` runs it fifty times. */
const rounds = Number(process.argv[2] ?? 10);
/** Tries per property test; an ordinary run makes 100. */
const PROPERTY_RUNS = 2_000;

/** What has a number of tries of its own, by the variable that its test reads. */
const MORE = { MODEL_HISTORIES: "20000", RACE_BUYERS: "1000", RACE_ROUNDS: "20" };

/** What races, kills or is random: one green run of these proves little. */
const PROJECTS = ["unit", "integration", "faults", "faults-timed"];

for (let round = 1; round <= rounds; round += 1) {
  const started = performance.now();
  const code = await runOnce();
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  process.stdout.write(`round ${round} of ${rounds}: ${code === 0 ? "passed" : "FAILED"} in ${seconds} s\n`);
  if (code !== 0) process.exit(1);
}

function runOnce(): Promise<number> {
  const args = ["run", "--reporter=dot", ...PROJECTS.flatMap((project) => ["--project", project])];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", ...args], {
      stdio: "inherit",
      env: { ...process.env, ...MORE, PROPERTY_RUNS: String(PROPERTY_RUNS) },
    });
    child.once("error", () => resolve(1));
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
