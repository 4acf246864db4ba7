import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { privateTemporaryFolder } from "~/platform/processes/private-folder.server";
import { canReach, type SystemUser } from "~/platform/processes/run-as.server";
import { startProblem } from "~/platform/processes/start-problem";
import type { PostgresBinaries } from "./binaries.server";

/** PostgreSQL's own user; it owns the databases of an embedded cluster. */
export const CLUSTER_OWNER = "karvan";

/** Where the data may lie so that `user` reaches it: the wished folder, else our folder in the temporary directory. */
export function reachableFolder(wished: string, user: SystemUser | undefined): string {
  mkdirSync(wished, { recursive: true });
  if (!user || canReach(user, wished)) return wished;
  const folder = join(privateTemporaryFolder(wished), "postgres");
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Makes the data folder unless it is there. It is made beside and renamed when complete, so a start that was killed in
 * the middle leaves nothing that looks finished.
 *
 * @returns the data folder and the password of its owner
 */
export function prepareDataFolder(
  folder: string,
  binaries: PostgresBinaries,
  user: SystemUser | undefined,
): { data: string; password: string; isNew: boolean } {
  const data = join(folder, "data");
  const passwordFile = join(folder, "password");
  if (existsSync(join(data, "PG_VERSION")) && existsSync(passwordFile)) {
    refuseOtherVersion(data, binaries);
    return { data, password: readFileSync(passwordFile, "utf8"), isNew: false };
  }

  const draft = join(folder, "data.unfinished");
  rmSync(draft, { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const password = randomBytes(18).toString("base64url");
  const handOver = `${draft}.password`;
  writeFileSync(handOver, password, { mode: 0o600 });
  if (user) for (const path of [draft, handOver]) chownSync(path, user.uid, user.gid);
  try {
    execFileSync(binaries.initdb, initdbArguments(draft, handOver), {
      stdio: ["ignore", "ignore", "pipe"],
      cwd: dirname(draft),
      env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
    });
  } catch (error) {
    const reason = (error as { stderr?: Buffer }).stderr?.toString().trim().split("\n").at(-1) ?? String(error);
    throw startProblem(
      `PostgreSQL could not make its data folder ${draft}: ${reason}`,
      "Free some disk space or choose another folder with KARVAN_FOLDER, then start again.",
      error,
    );
  } finally {
    rmSync(handOver, { force: true });
  }
  writeFileSync(passwordFile, password, { mode: 0o600 });
  renameSync(draft, data);
  return { data, password, isNew: true };
}

function initdbArguments(data: string, passwordFile: string): string[] {
  return [
    ...["-D", data, "-U", CLUSTER_OWNER, "-E", "UTF8", "--auth=scram-sha-256", `--pwfile=${passwordFile}`],
    ...["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--no-sync", "--no-instructions"],
  ];
}

function refuseOtherVersion(data: string, binaries: PostgresBinaries): void {
  const found = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  const ours = binaries.version.split(".")[0] ?? "";
  if (found === ours) return;
  throw startProblem(
    `The data in ${data} was made by PostgreSQL ${found}; this version of Karvan brings PostgreSQL ${ours}.`,
    "Begin anew with: npm run demo -- --fresh",
  );
}
