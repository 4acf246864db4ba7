import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

export type SystemUser = { name: string; uid: number; gid: number };

const UNPRIVILEGED = ["postgres", "nobody"];

/**
 * Under which user a program runs that refuses to run as root: nobody else than us when we are not root,
 * else `postgres`, else `nobody`.
 *
 * @returns undefined when we may simply run it ourselves
 */
export function unprivilegedUser(passwd = "/etc/passwd"): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readUsers(passwd);
  for (const name of UNPRIVILEGED) {
    const user = users.find((one) => one.name === name);
    if (user) return user;
  }
  return undefined;
}

/** Does the system know the user we run as? PostgreSQL refuses a user number without a name. */
export function hasUserName(passwd = "/etc/passwd"): boolean {
  const uid = process.getuid?.();
  return uid === undefined || process.platform !== "linux" || readUsers(passwd).some((user) => user.uid === uid);
}

/** May this user walk into the folder and into every folder above it? Folders that do not exist yet are ours to open. */
export function canReach(user: SystemUser, folder: string): boolean {
  for (let step = resolve(folder); ; step = dirname(step)) {
    const found = statSync(step, { throwIfNoEntry: false });
    if (found) {
      const bit = found.uid === user.uid ? 0o100 : found.gid === user.gid ? 0o010 : 0o001;
      if ((found.mode & bit) === 0) return false;
    }
    if (step === dirname(step)) return true;
  }
}

function readUsers(passwd: string): SystemUser[] {
  try {
    return readFileSync(passwd, "utf8")
      .split("\n")
      .map((line) => line.split(":"))
      .filter((fields) => fields.length >= 4)
      .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  } catch {
    return [];
  }
}
