import type { ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";

const LOOK_EVERY_MS = 200;
/** Of every Linux that Node has programs for, but for some on ARM with larger pages: there the limit is stricter. */
const PAGE_BYTES = 4096;

/**
 * Kills a child that holds more memory than it may. Node's own limits do not see what native code takes. Only where the
 * system tells (`/proc`); elsewhere nothing is watched.
 *
 * @returns ends the watch
 */
export function watchMemory(child: ChildProcess, mostBytes: number): () => void {
  const look = async () => {
    const held = await residentBytes(child.pid);
    if (held !== undefined && held > mostBytes) child.kill("SIGKILL");
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

/** proc(5): the second number of `statm` counts resident pages. */
async function residentBytes(pid: number | undefined): Promise<number | undefined> {
  try {
    const pages = (await readFile(`/proc/${pid}/statm`, "latin1")).split(" ")[1];
    return Number(pages) * PAGE_BYTES;
  } catch {
    return undefined;
  }
}
