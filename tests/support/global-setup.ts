import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startGuard } from "~/platform/processes/guard.server";
import { privateTemporaryFolder } from "~/platform/processes/private-folder.server";
import { findMeilisearch } from "~/platform/search-engine/embedded/binary.server";
import {
  startEmbeddedMeilisearch,
  type EmbeddedMeilisearch,
} from "~/platform/search-engine/embedded/meilisearch.server";
import { startTestCluster } from "./cluster";
import { TEMPLATE_DATABASE } from "./template";

/** What a run's real parts are reached by; `meilisearch` is undefined where this platform has none. */
export type RunParts = {
  clusterUrl: string;
  templateDatabase: string;
  /** Each test file keeps its uploaded and drawn files in a folder below this one. */
  filesFolder: string;
  meilisearch: { url: string; masterKey: string } | undefined;
};

declare module "vitest" {
  // Adding to a type of another package works with an interface only.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  export interface ProvidedContext {
    parts: RunParts;
  }
}

type Run = { parts: RunParts; stop: () => Promise<void> };
type Shared = { users: number; run: Promise<Run> };

// Every project loads this file anew; the processes are shared by all projects of one run.
const shelf = globalThis as typeof globalThis & { karvanTestRun?: Shared };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = (shelf.karvanTestRun ??= { users: 0, run: start() });
  shared.users += 1;
  project.provide("parts", (await shared.run).parts);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    delete shelf.karvanTestRun;
    await (await shared.run).stop();
  };
}

async function start(): Promise<Run> {
  const guard = startGuard();
  // The engine is stopped when the cluster fails, or its process would keep the run from ending.
  const starting = await Promise.allSettled([startTestEngine(guard), startTestCluster(guard)] as const);
  const engine = starting[0].status === "fulfilled" ? starting[0].value : undefined;
  const cluster = starting[1].status === "fulfilled" ? starting[1].value : undefined;
  const failure = starting.find((part) => part.status === "rejected");
  if (failure || !cluster) {
    await Promise.all([engine?.stop(), cluster?.stop()]);
    guard.release();
    throw failure?.reason ?? new Error("The test cluster did not start");
  }
  return {
    parts: {
      clusterUrl: cluster.urlOf("postgres"),
      templateDatabase: TEMPLATE_DATABASE,
      filesFolder: cluster.filesFolder,
      meilisearch: engine && { url: engine.url, masterKey: engine.masterKey },
    },
    stop: async () => {
      await Promise.all([cluster.stop(), engine?.stop()]);
      cluster.remove();
      guard.release();
    },
  };
}

async function startTestEngine(guard: ReturnType<typeof startGuard>): Promise<EmbeddedMeilisearch | undefined> {
  const home = privateTemporaryFolder(process.cwd());
  const binary = await findMeilisearch(join(home, "bin"));
  if (!binary) return undefined;
  const folder = join(home, "tests", `meilisearch-${process.pid}-${Date.now()}`);
  mkdirSync(folder, { recursive: true });
  chmodSync(join(home, "tests"), 0o711);
  guard.removeAtEnd(folder);
  const masterKey = randomBytes(24).toString("base64url");
  const engine = await startEmbeddedMeilisearch({ binary, folder, masterKey, logFile: join(folder, "log"), guard });
  const stop = async () => {
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...engine, stop };
}
