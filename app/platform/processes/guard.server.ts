import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { findProcess } from "./process-table.server";

/** Stops our children and deletes our temporary folders when this process dies without doing so itself. */
export type Guard = {
  watch: (pid: number, signal: NodeJS.Signals) => void;
  forget: (pid: number) => void;
  /** Deletes the folder after the last child is stopped; also when this process ends in good order. */
  removeAtEnd: (folder: string) => void;
  /** Ends the guard; whatever is still watched is stopped by it. */
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
  return {
    watch: (pid, signal) =>
      order(`watch ${pid} ${findProcess(pid)?.startedMark.replaceAll(" ", "_") ?? "-"} ${signal}`),
    forget: (pid) => order(`forget ${pid}`),
    removeAtEnd: (folder) => order(`remove ${JSON.stringify(folder)}`),
    release: () => guard.stdin.end(),
  };
}
