import { register } from "node:module";
import { resolve } from "node:path";
import { lastLogLines, startChild } from "~/platform/processes/child.server";
import { demoSettings } from "~/platform/processes/demo-settings.server";
import { runDemo, type Stage } from "~/platform/processes/demo-runner.server";
import type { Parts } from "~/platform/processes/parts.server";
import { startProblem } from "~/platform/processes/start-problem";
import { isBuildFresh } from "./build";
import { compileMessages } from "./messages";

const folder = resolve(process.env.KARVAN_FOLDER ?? ".karvan");
const port = Number(process.env.PORT ?? 3000);

const hasFewPictures = process.argv.includes("--few-pictures");

const MOST_DAYS_AHEAD = 3_650;
const MS_PER_DAY = 86_400_000;
const daysAhead = daysAheadOf(process.argv);

/** `--days-ahead 400`: the demo as it would stand then. */
function daysAheadOf(args: readonly string[]): number {
  const at = args.indexOf("--days-ahead");
  if (at === -1) return 0;
  const days = Number(args[at + 1]);
  if (Number.isInteger(days) && days >= 0 && days <= MOST_DAYS_AHEAD) return days;
  process.stderr.write(
    `--days-ahead ${args[at + 1] ?? ""} is no number of days. Write one from 0 to ${MOST_DAYS_AHEAD}, such as --days-ahead 400.\n`,
  );
  process.exit(1);
}

let silenceLog = () => {};
let messages: Promise<void> | undefined;

/** Both the build and the seeding import the compiled texts, which a fresh clone does not have. */
const messagesCompiled = () => (messages ??= compileMessages());
register("./server-messages.mjs", import.meta.url);

process.exitCode = await runDemo({
  folder,
  port,
  isFresh: process.argv.includes("--fresh"),
  given: {
    databaseUrl: process.env.DATABASE_URL,
    meiliUrl: process.env.MEILI_URL,
    meiliKey: process.env.MEILI_MASTER_KEY,
    stripeKey: process.env.STRIPE_SECRET_KEY,
  },
  site: { url: `http://127.0.0.1:${port}`, aheadMs: daysAhead * MS_PER_DAY },
  build,
  prepare,
  siteEnv: (stage, parts) => demoSettings(stage.folder, port, parts),
  welcome,
  // Work that is cut off in the middle would complain about the database that it loses.
  onEnding: () => silenceLog(),
});
// A step that was under way when the stop was asked for must not keep us.
process.exit();

async function build(stage: Stage): Promise<string> {
  await messagesCompiled();
  if (isBuildFresh()) return "as it was";
  const child = await startChild({
    name: "build",
    command: process.execPath,
    args: ["--import", "tsx", "scripts/build.ts"],
    env: process.env,
    logFile: `${folder}/logs/build.log`,
    stopSignal: "SIGTERM",
    graceMs: 3_000,
    guard: stage.guard,
  });
  const { code } = await child.exited;
  if (code === 0) return "made";
  throw startProblem(
    `The build failed:\n${lastLogLines(child.logFile, 30)}`,
    `Read ${child.logFile}, or run npm run build.`,
  );
}

async function prepare(stage: Stage, parts: Parts): Promise<void> {
  // The app reads its settings when its first module is loaded, so they are set before.
  Object.assign(process.env, demoSettings(stage.folder, port, parts));
  await messagesCompiled();
  const { log } = await import("~/platform/log.server");
  silenceLog = () => void (log.level = "silent");
  const { prepareDemoData } = await import("./demo-data");
  await prepareDemoData(stage.report, { hasFewPictures, daysAhead });
}

async function welcome(stage: Stage): Promise<void> {
  const { describeDemo, tellRemainingPictures } = await import("./demo-data");
  for (const line of describeDemo(`http://127.0.0.1:${port}`)) stage.report.line(line);
  // It ends with the demo's database; the worker's own log says what went wrong with a picture.
  if (!hasFewPictures) void tellRemainingPictures(stage.report).catch(() => silenceLog());
}
