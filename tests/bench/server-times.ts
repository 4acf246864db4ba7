import { readFileSync } from "node:fs";

/**
 * Milliseconds that requests for a path took by the web process's own log, which times every request from its head to its
 * last byte, in the order in which they ended.
 */
export function serverTimes(logFile: string, path: string): number[] {
  return readFileSync(logFile, "utf8")
    .split("\n")
    .filter((line) => line.includes(`"path":"${path}"`))
    .map((line) => (JSON.parse(line) as { ms: number }).ms);
}
