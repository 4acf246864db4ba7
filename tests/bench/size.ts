import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import type { Child } from "~/platform/processes/child.server";
import type { Guard } from "~/platform/processes/guard.server";
import type { Report } from "~/platform/processes/report.server";
import { load } from "./load";
import { makeMeasurements, type Measurements } from "./measurements";
import { memoryOf } from "./memory";
import type { BenchOptions } from "./options";
import { measureOrders, prepareOrders } from "./orders";
import { prepareData, type Prepared } from "./prepare";
import { makeQuestions } from "./questions";
import { measureReadiness } from "./readiness";
import { startRecorder } from "./recorder";
import { measureRound, type Search, type Subject } from "./rounds";
import { serverTimes } from "./server-times";
import { openStand, type Stand } from "./stand";
import { percentile } from "./statistics";
import { askOnce, exists, pageKinds, searchPath, searchSubjects, SUGGESTIONS } from "./subjects";
import { measureWorkspace, prepareWorkspace } from "./workspace";

export type SizeResult = {
  label: string;
  listings: number;
  measurements: Measurements;
  rebuild: Prepared["rebuild"];
  /** Megabytes by process, after the rounds. */
  memory: Record<string, number | undefined>;
  /** The machine's load over the last minute, before each round. */
  loads: number[];
  /** Milliseconds by the server's own clock, all rounds together. */
  suggestionsServerP95: number | undefined;
  engineRequestsPerSearch: number;
  /** Searches that the engine did not answer in time and PostgreSQL did: with any, search figures mean little. */
  answeredByPostgres: number;
  hasApi: boolean;
};

type SizeOptions = {
  size: BenchOptions["sizes"][number];
  options: BenchOptions;
  guard: Guard;
  report: Report;
  /** Whether somebody will look at the pages. */
  hasRealPictures: boolean;
  /** What else is to be measured while the site stands, before it is taken down. */
  whileStanding: (stand: Stand, prepared: Prepared) => Promise<void>;
};

/** Builds an installation of one size, measures it, and takes it down. */
export async function measureSize({
  size,
  options,
  guard,
  report,
  hasRealPictures,
  whileStanding,
}: SizeOptions): Promise<SizeResult> {
  report.line(`\n${size.label} listings`);
  const stand = await report.step("PostgreSQL and Meilisearch", () => openStand(guard, size.label));
  const prepared = await prepareData(stand, { listings: size.listings, hasRealPictures }, report);
  const measurements = makeMeasurements();
  const worker = await stand.startWorker();
  const web = await stand.startWeb("web");
  const hasApi = await exists(web.url, "/api/v1/listings?q=mis");
  const loads: number[] = [];
  let recorded: Search[] = [];
  let memory: SizeResult["memory"] = {};
  if (options.only.has("search")) {
    recorded = await recordSearches(stand, options, report);
    if (!hasApi) report.line("     /api/v1/listings does not answer: the search API is not measured");
    const loader = await stand.startLoader();
    const subjects = searchSubjects(web.url, loader.url, hasApi);
    await report.step("Web process and loader warmed up", () => warmUp(options, subjects));
    await eachRound(options, report, "Searches beside the bare engine", loads, async (round) => {
      const slice = recorded.slice(round * options.searches, (round + 1) * options.searches);
      await measureRound({ slice, engine: stand.engine, subjects, measurements });
    });
    memory = memoryNow(stand, { web: web.child, worker });
    await loader.child.stop();
  }
  if (options.only.has("pages")) {
    const hasSuggestions = await exists(web.url, `${SUGGESTIONS}?q=mis&lang=az`);
    if (!hasSuggestions) report.line(`     ${SUGGESTIONS} does not answer: it is not measured`);
    await eachRound(options, report, "Pages", loads, async (round) => {
      const kinds = pageKinds(prepared.catalogue.listings, { count: options.searches, hasSuggestions, round });
      for (const { name, requests } of kinds) {
        measurements.add(
          name,
          await load(
            web.url,
            requests.map((request) => [request]),
          ),
        );
      }
    });
    memory = memoryNow(stand, { web: web.child, worker });
    await measurePageCache(stand, web.url, options, report, measurements);
  }
  await whileStanding(stand, prepared);
  if (options.only.has("readiness")) {
    await eachRound(options, report, "Readiness", loads, (_round, onProgress) =>
      measureReadiness({ stand, prepared, measurements, onProgress }),
    );
  }
  if (options.only.has("orders")) {
    const market = await report.step("Two shops, a sandbox and two orders", () => prepareOrders(stand));
    const asked = { web: web.url, count: options.searches };
    await measureOrders(market, { ...asked, measurements: makeMeasurements() });
    await eachRound(options, report, "Orders", loads, () => measureOrders(market, { ...asked, measurements }));
    await market.end();
  }
  // At the end: its shop makes the catalogue larger.
  if (options.only.has("workspace")) {
    const workspace = await report.step("A shop of many listings", () => prepareWorkspace(stand, prepared));
    const asked = { web: web.url, logFile: web.child.logFile, measurements, count: options.searches };
    await measureWorkspace(workspace, { ...asked, measurements: makeMeasurements(), round: options.rounds });
    await eachRound(options, report, "Workspace", loads, (round) => measureWorkspace(workspace, { ...asked, round }));
  }
  const result: SizeResult = {
    label: size.label,
    listings: size.listings,
    measurements,
    rebuild: prepared.rebuild,
    memory,
    loads,
    suggestionsServerP95: serverP95(web.child.logFile, SUGGESTIONS),
    engineRequestsPerSearch:
      recorded.reduce((sum, { engineRequests }) => sum + engineRequests.length, 0) / Math.max(1, recorded.length),
    answeredByPostgres: countLines(web.child.logFile, "PostgreSQL answers for the search engine"),
    hasApi,
  };
  await report.step("Everything stopped", () => stand.end());
  return result;
}

/** Asks every search of the rounds once through a web process whose engine is the recorder. */
async function recordSearches(stand: Stand, { rounds, searches }: BenchOptions, report: Report): Promise<Search[]> {
  return report.step(
    "Engine requests recorded",
    async (progress) => {
      const recorder = await startRecorder(stand.engine.url);
      const web = await stand.startWeb("recorded-web", { MEILI_URL: recorder.url });
      const questions = makeQuestions(rounds * searches, today());
      const found: Search[] = [];
      for (const question of questions) {
        recorder.take();
        await askOnce(web.url, question);
        const engineRequests = recorder.take();
        // Nothing to compare: PostgreSQL answered.
        if (engineRequests.length > 0) found.push({ question, engineRequests });
        if (found.length % 50 === 0) progress(`${found.length} of ${questions.length}`);
      }
      await web.child.stop();
      recorder.close();
      return found;
    },
    (found) => `${found.length} searches`,
  );
}

/**
 * Code runs slowly until the compiler has seen it often, and what lists show of a catalogue is kept by then: what is
 * measured is a site that has run for a while. So many searches are answered by each process.
 */
const WARM_UP_SEARCHES = 9_000;

/**
 * Asks what no round asks, each search once: the ways to ask the web process get their shares, and then the loader all of
 * them, which is what a round begins with.
 */
async function warmUp({ rounds, searches }: BenchOptions, subjects: readonly Subject[]): Promise<void> {
  const others = makeQuestions(rounds * searches + WARM_UP_SEARCHES, today()).slice(rounds * searches);
  const slice = others.map((question) => ({ question, engineRequests: [] }));
  const [loader, ...web] = subjects;
  const share = Math.ceil(slice.length / web.length);
  for (const [index, subject] of web.entries()) await subject.time(slice.slice(index * share, (index + 1) * share));
  await loader?.time(slice);
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

async function eachRound(
  { rounds }: BenchOptions,
  report: Report,
  name: string,
  loads: number[],
  work: (round: number, onProgress: (text: string) => void) => Promise<void>,
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const [lastMinute = 0] = loadavg();
    loads.push(lastMinute);
    const outcome = () => `machine load ${lastMinute.toFixed(1)}`;
    await report.step(`${name}, round ${round + 1} of ${rounds}`, (progress) => work(round, progress), outcome);
  }
}

/** The same page again and again, drawn anew each time and from the page cache. */
async function measurePageCache(
  stand: Stand,
  uncached: string,
  { rounds, searches }: BenchOptions,
  report: Report,
  measurements: Measurements,
): Promise<void> {
  await report.step("One page asked for by everybody, with and without page cache", async () => {
    const cached = await stand.startWeb("cached-web", { PAGE_CACHE: "on" });
    const path = searchPath({ lang: "en", params: "q=copper" });
    const requests = Array.from({ length: searches }, () => [
      { method: "GET" as const, path, headers: { "accept-encoding": "br" } },
    ]);
    for (let round = 0; round < rounds; round += 1) {
      measurements.add("hot page, drawn each time", await load(uncached, requests));
      measurements.add("hot page, page cache", await load(cached.url, requests));
    }
    await cached.child.stop();
  });
}

function memoryNow({ pids }: Stand, { web, worker }: { web: Child; worker: Child }): SizeResult["memory"] {
  return {
    web: memoryOf(web.pid),
    worker: memoryOf(worker.pid),
    postgres: memoryOf(pids.postgres),
    meilisearch: memoryOf(pids.meilisearch),
  };
}

function countLines(logFile: string, text: string): number {
  return readFileSync(logFile, "utf8")
    .split("\n")
    .filter((line) => line.includes(text)).length;
}

function serverP95(logFile: string, path: string): number | undefined {
  const times = serverTimes(logFile, path).toSorted((a, b) => a - b);
  return times.length > 0 ? percentile(times, 95) : undefined;
}
