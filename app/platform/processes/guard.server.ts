import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { findProcess } from "./process-table.server";

type Ward = { pid: number; stopSignal: NodeJS.Signals; stop: () => Promise<void>; exited: Promise<unknown> };

/** Stops our children and deletes our temporary folders when this process dies without doing so itself. */
export type Guard = {
  /** Takes a child into care until it ends. */
  adopt: (child: Ward) => void;
  /** Deletes the folder after the last child is stopped; also when this process ends in good order. */
  removeAtEnd: (folder: string) => void;
  /** Stops the children in good order, the last started first, then lets the guard go. */
  stopAll: () => Promise<void>;
  /** Lets the guard go; whatever is still in its care is stopped by it. */
  release: () => void;
};

/** Starts the guard process. It has its own session, so neither Ctrl-C nor a kill of our process group reaches it. */
export function startGuard(): Guard {
  const script = fileURLToPath(new URL("./guard.js", import.meta.url));
  const guard = spawn(process.execPath, [script], { stdio: ["pipe", "ignore", "ignore"], detached: true });
  guard.unref();
  // A guard that somebody killed must not take the demo with it.
  guard.on("error", () => {});
  guard.stdin.on("error", () => {});
  const order = (line: string) => guard.stdin.writable && guard.stdin.write(`${line}\n`);
  const release = () => void guard.stdin.end();

  const wards: Ward[] = [];
  return {
    adopt: (child) => {
      wards.push(child);
      const mark = findProcess(child.pid)?.startedMark.replaceAll(" ", "_") ?? "-";
      order(`watch ${child.pid} ${mark} ${child.stopSignal}`);
      void child.exited.then(() => order(`forget ${child.pid}`));
    },
    removeAtEnd: (folder) => order(`remove ${JSON.stringify(folder)}`),
    stopAll: async () => {
      for (const child of wards.toReversed()) await child.stop();
      release();
    },
    release,
  };
}
