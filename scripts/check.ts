import { spawn } from "node:child_process";
import { compileMessages } from "./messages";

type Step = { name: string; script: string; args: string[]; mend: string };

const bin = (path: string) => `node_modules/${path}`;
const TSX = ["--import", "tsx"];

/** The longest first: two run at a time, and the end of the list fills the gaps. */
const STEPS: Step[] = [
  { name: "build", script: "scripts/build.ts", args: ["--if-stale"], mend: "npm run build shows the whole output" },
  { name: "types", script: bin("typescript/bin/tsc"), args: ["--noEmit", "-p", "."], mend: "" },
  {
    name: "lint",
    script: bin("oxlint/bin/oxlint"),
    args: ["--type-aware", "--deny-warnings"],
    mend: "npx oxlint --fix mends some",
  },
  { name: "database types", script: "scripts/db-types.ts", args: ["--verify"], mend: "npm run db:types" },
  {
    name: "closing table",
    script: "scripts/closing-table.ts",
    args: ["--verify"],
    mend: "give the row its field, page and test; then node --import tsx scripts/closing-table.ts",
  },
  {
    name: "import rules",
    script: bin("dependency-cruiser/bin/dependency-cruise.mjs"),
    args: ["app", "db", "--config", ".dependency-cruiser.cjs"],
    mend: "the rules are in .dependency-cruiser.cjs",
  },
  {
    name: "unused code",
    script: bin("knip/bin/knip.js"),
    args: [],
    mend: "delete what is named; knip.json lists what tools use",
  },
  {
    name: "architecture",
    script: bin("vitest/vitest.mjs"),
    args: ["run", "--project", "architecture", "--reporter=dot"],
    mend: "",
  },
  {
    name: "format",
    script: bin("prettier/bin/prettier.cjs"),
    args: ["--check", "--log-level=warn", "."],
    mend: "npx prettier --write .",
  },
];

const started = performance.now();
await compileMessages();
print(`ok      messages        ${seconds(started)}`);

const waiting = [...STEPS];
const failures: string[] = [];
await Promise.all([work(), work()]);
print(failures.length === 0 ? `Everything is right, in ${seconds(started)}.` : `Failed: ${failures.join(", ")}.`);
process.exitCode = failures.length === 0 ? 0 : 1;

async function work(): Promise<void> {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const begin = performance.now();
    const { code, output } = await run(step);
    print(`${code === 0 ? "ok     " : "FAILED "} ${step.name.padEnd(15)} ${seconds(begin)}`);
    if (code === 0) continue;
    failures.push(step.name);
    print(output.trim().replace(/^/gm, "        "));
    if (step.mend) print(`        → ${step.mend}`);
  }
}

function run({ script, args }: Step): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const loader = script.endsWith(".ts") ? TSX : [];
    const child = spawn(process.execPath, [...loader, script, ...args], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, FORCE_COLOR: "0", NO_COLOR: "1" },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (piece: Buffer) => (output += piece.toString()));
    child.once("error", (error) => resolve({ code: 1, output: error.message }));
    child.once("exit", (code) => resolve({ code: code ?? 1, output }));
  });
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1).padStart(5)} s`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
