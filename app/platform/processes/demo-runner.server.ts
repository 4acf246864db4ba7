import type { ChildEnv } from "./child.server";
import { lastLogLines } from "./child.server";
import { refuseWrongSettings } from "./demo-settings.server";
import { isPortFree } from "./free-port.server";
import { startGuard, type Guard } from "./guard.server";
import {
  forgetData,
  startParts,
  startPayments,
  startSearch,
  type GivenParts,
  type Parts,
  type SiteOfParts,
} from "./parts.server";
import { makeReport, type Report } from "./report.server";
import { openRunFolder, type RunFolder } from "./run-folder.server";
import { startSite, startWorker, type Site } from "./site.server";
import { startProblem, tellProblem } from "./start-problem";

export type DemoPlan = {
  folder: string;
  port: number;
  isFresh: boolean;
  given: GivenParts;
  site: SiteOfParts;
  /** Makes the production build when it is missing or stale; runs beside the preparation of the data. */
  build: (stage: Stage) => Promise<string>;
  /** Migrates, seeds and indexes, each as a step of the report. */
  prepare: (stage: Stage, parts: Parts) => Promise<void>;
  siteEnv: (stage: Stage, parts: Parts) => ChildEnv;
  /** Prints addresses and accounts; runs when the site answers. */
  welcome: (stage: Stage, parts: Parts) => Promise<void> | void;
  /** Runs when the end was asked for, before the first child is stopped. */
  onEnding: () => void;
};

export type Stage = { folder: RunFolder; guard: Guard; report: Report };

type Ending = { exited: Promise<unknown> };

const RESTART_LIMIT = 5;

/**
 * Runs the demo until a signal or the end of a part that it cannot do without.
 *
 * @returns the exit code
 */
export async function runDemo(plan: DemoPlan): Promise<number> {
  const report = makeReport();
  const guard = startGuard();
  let folder: RunFolder | undefined;
  const asked = untilAskedToEnd(report);
  const run = async () => {
    refuseWrongSettings(process.env, plan.port);
    folder = await openRunFolder(plan.folder, `http://127.0.0.1:${plan.port}/`);
    if (folder.stoppedLeftovers > 0) report.line("  An earlier demo was killed; what it left running was stopped.");
    await refuseTakenPort(plan.port);
    return await start(plan, { folder, guard, report }, asked.isAsked);
  };
  try {
    return await Promise.race([asked.code, run()]);
  } catch (error) {
    if (asked.isAsked()) return 0;
    for (const line of tellProblem(error, "npm run demo")) report.line(line);
    return 1;
  } finally {
    plan.onEnding();
    await guard.stopAll();
    folder?.release();
    if (asked.isAsked()) report.line("Stopped; the data is kept.");
  }
}

async function start(plan: DemoPlan, stage: Stage, isEnding: () => boolean): Promise<number> {
  const { report, guard, folder } = stage;
  if (plan.isFresh) await report.step("Earlier data deleted", () => forgetData(folder.path));
  const building = report.step(
    "Build of web and worker",
    () => plan.build(stage),
    (told) => told,
  );
  // The failure is told when it is awaited below, even if the data fails first.
  building.catch(() => {});
  const parts = await report.step(
    "PostgreSQL, search engine and payments",
    () => startParts({ folder, guard, given: plan.given, site: plan.site }),
    ({ search, payments }) =>
      [
        search
          ? "PostgreSQL, Meilisearch"
          : "PostgreSQL; no Meilisearch for this platform, so PostgreSQL answers searches",
        payments ? "a Stripe sandbox" : "Stripe itself, by your key",
      ].join("; "),
  );
  await plan.prepare(stage, parts);
  await building;
  const env = plan.siteEnv(stage, parts);
  const site = await report.step("Web and worker", () => startSite({ folder, guard, port: plan.port, env }));
  await plan.welcome(stage, parts);
  return await watch(plan, stage, parts, site, env, isEnding);
}

/** The site cannot do without web and database; the others are started again when they end. */
async function watch(
  plan: DemoPlan,
  stage: Stage,
  parts: Parts,
  site: Site,
  env: ChildEnv,
  isEnding: () => boolean,
): Promise<number> {
  const { report, folder, guard } = stage;
  const keepAlive = async (name: string, first: Ending | undefined, again: () => Promise<Ending | undefined>) => {
    let part = first;
    for (let count = 0; part && count < RESTART_LIMIT; count += 1) {
      await part.exited;
      if (isEnding()) return;
      report.line(`  ${name} ended unexpectedly and is started again.`);
      part = await again();
    }
    if (part) report.line(`  ${name} ended too often and is left alone; its log is in ${folder.path}/logs.`);
  };
  const engine = parts.search?.server;
  void keepAlive("Meilisearch", engine, async () => (await startSearch(folder, guard, engine?.port))?.server);
  void keepAlive("The Stripe sandbox", parts.payments, () => startPayments(folder, guard, plan.site));
  void keepAlive("The worker", site.worker, () => startWorker({ folder, guard, port: plan.port, env }));

  const ended = await Promise.race([
    site.web.exited.then(() => site.web),
    ...(parts.database.server
      ? [parts.database.server.exited.then(() => ({ name: "PostgreSQL", logFile: `${folder.path}/logs/postgres.log` }))]
      : []),
  ]);
  if (isEnding()) return 0;
  throw startProblem(
    `${ended.name} ended unexpectedly. Its last words:\n${lastLogLines(ended.logFile)}`,
    "Start again with npm run demo; the data is kept.",
  );
}

function untilAskedToEnd(report: Report): { code: Promise<number>; isAsked: () => boolean } {
  let asked = false;
  const code = new Promise<number>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        if (asked) return;
        asked = true;
        report.endSteps();
        report.line("\nStopping …");
        resolve(0);
      });
    }
  });
  return { code, isAsked: () => asked };
}

async function refuseTakenPort(port: number): Promise<void> {
  if (await isPortFree(port)) return;
  throw startProblem(
    `Port ${port} is taken by another program.`,
    `End that program, or take another port: PORT=${port === 65_535 ? 3000 : port + 1} npm run demo`,
  );
}
