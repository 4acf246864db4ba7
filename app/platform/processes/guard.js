/**
 * Outlives the process that started it and stops that process's children when it is gone, however it went.
 * Plain JavaScript, because it has to be up before anything else and must not bring children of its own.
 *
 * Standard input is the leash: its end means that the owner is dead. One order per line:
 *   watch <pid> <startedMark> <signal>   stop this process with this signal when the owner dies
 *   forget <pid>                         it has ended
 *   remove <folder as JSON>              delete this folder when everything is stopped
 */
import { readFileSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";

const GRACE_MS = 8_000;
const watched = new Map();
const folders = [];

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});

for await (const line of createInterface({ input: process.stdin })) {
  const [order, first, startedMark, signal] = line.split(" ");
  if (order === "watch") watched.set(Number(first), { startedMark, signal });
  if (order === "forget") watched.delete(Number(first));
  if (order === "remove") folders.push(JSON.parse(line.slice("remove ".length)));
}

// Last started, first stopped: the site goes before the database it talks to.
for (const [pid, { startedMark, signal }] of [...watched].toReversed()) await stop(pid, startedMark, signal);
for (const folder of folders) rmSync(folder, { recursive: true, force: true });

async function stop(pid, startedMark, signal) {
  if (!isStillThere(pid, startedMark)) return;
  send(-pid, signal);
  for (const end = performance.now() + GRACE_MS; performance.now() < end; await pause(50)) {
    if (!isStillThere(pid, startedMark)) return;
  }
  send(-pid, "SIGKILL");
}

function isStillThere(pid, startedMark) {
  if (process.platform !== "linux") return send(pid, 0);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] !== "Z" && fields[19] === startedMark;
  } catch {
    return false;
  }
}

function send(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
