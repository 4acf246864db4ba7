import { readdirSync, readFileSync } from "node:fs";

/**
 * Memory of a process and of all that it started, in megabytes: shared pages count in parts (PSS), or PostgreSQL's buffers
 * would count once per connection.
 *
 * @returns undefined where the system does not tell
 */
export function memoryOf(pid: number): number | undefined {
  try {
    const kilobytes = familyOf(pid).map((member) => /^Pss:\s+(\d+)/m.exec(read(member, "smaps_rollup"))?.[1]);
    if (kilobytes.length === 0) return undefined;
    return Math.round(kilobytes.reduce((sum, size) => sum + Number(size ?? 0), 0) / 1024);
  } catch {
    return undefined;
  }
}

function familyOf(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const parent = parentOf(Number(name));
    if (parent !== undefined) parents.set(Number(name), parent);
  }
  const below = (of: number): number[] => [
    of,
    ...[...parents].filter(([, parent]) => parent === of).flatMap(([child]) => below(child)),
  ];
  return below(pid);
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = read(pid, "stat");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    // It ended while we looked.
    return undefined;
  }
}

function read(pid: number, file: string): string {
  return readFileSync(`/proc/${pid}/${file}`, "utf8");
}
