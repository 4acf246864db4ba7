import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { startGuard } from "~/platform/processes/guard.server";
import { privateTemporaryFolder } from "~/platform/processes/private-folder.server";
import { findMeilisearch } from "~/platform/search-engine/embedded/binary.server";
import {
  startEmbeddedMeilisearch,
  type EmbeddedMeilisearch,
} from "~/platform/search-engine/embedded/meilisearch.server";
import { freshDemoFolder } from "~tests/support/demo-site";

/** A Meilisearch of a test's own, to be killed, frozen and started again on the same data and address. */
export type EngineProcess = {
  url: string;
  masterKey: string;
  kill: () => Promise<void>;
  freeze: () => void;
  thaw: () => void;
  restart: () => Promise<void>;
  end: () => Promise<void>;
};

export async function startEngineProcess(): Promise<EngineProcess> {
  const binary = await findMeilisearch(join(privateTemporaryFolder(process.cwd()), "bin"));
  if (!binary) throw new Error("This platform has no Meilisearch: no npm binary for it and none on the PATH");
  const guard = startGuard();
  const folder = freshDemoFolder("engine");
  guard.removeAtEnd(folder);
  const masterKey = randomBytes(24).toString("base64url");
  const start = (port?: number) =>
    startEmbeddedMeilisearch({ binary, folder, masterKey, logFile: `${folder}/log`, guard, ...(port ? { port } : {}) });
  let running: EmbeddedMeilisearch = await start();
  const { url, port } = running;
  return {
    url,
    masterKey,
    kill: () => running.kill(),
    freeze: () => running.send("SIGSTOP"),
    thaw: () => running.send("SIGCONT"),
    restart: async () => {
      running = await start(port);
    },
    end: async () => {
      // A frozen process does not hear that it should stop.
      running.send("SIGCONT");
      await running.kill();
      rmSync(folder, { recursive: true, force: true });
      guard.release();
    },
  };
}
