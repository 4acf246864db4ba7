import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

export type RunningProcess = {
  pid: number;
  /** Tells two processes apart that had the same number one after the other; an opaque text of the system. */
  startedMark: string;
  commandLine: string;
};

/** The process with this number, or undefined when there is none or it has ended and only waits to be collected. */
export function findProcess(pid: number): RunningProcess | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return process.platform === "linux" ? findLinuxProcess(pid) : findOtherProcess(pid);
}

/** Is this number still the process that had it when `startedMark` was read? */
export function isSameProcess(pid: number, startedMark: string): boolean {
  return findProcess(pid)?.startedMark === startedMark;
}

function findLinuxProcess(pid: number): RunningProcess | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold spaces; fields are counted behind it. State is field 3, start time field 22 (proc(5)).
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return undefined;
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    return { pid, startedMark: fields[19] ?? "", commandLine };
  } catch {
    return undefined;
  }
}

function findOtherProcess(pid: number): RunningProcess | undefined {
  try {
    const line = execFileSync("ps", ["-o", "lstart=,command=", "-p", String(pid)], { encoding: "utf8" }).trim();
    return line === "" ? undefined : { pid, startedMark: line.slice(0, 24), commandLine: line.slice(24).trim() };
  } catch {
    return undefined;
  }
}
