import { spawn } from "node:child_process";
import { watchMemory } from "./memory-of.server";

export type ProgramLimits = {
  /** Ends the work at once; the promise rejects with its reason. */
  ends: AbortSignal;
  /** Memory that the program may hold, in bytes. */
  mostMemory: number;
};

/**
 * Gives one message to a program in a process of its own, which cannot take ours down, and waits for its one answer. The
 * program is the text of an ES module that imports nothing of ours, so that a bundle needs no file beside it.
 *
 * @throws an error with the signal that ended it in `by`, when it ends without an answer; the reason of `ends`
 */
export async function askProgram<Answer>(
  program: string,
  order: unknown,
  { ends, mostMemory }: ProgramLimits,
): Promise<Answer> {
  ends.throwIfAborted();
  // No environment (the type insists on a `NODE_ENV`): it needs none of our settings, and holds none of our secrets.
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    env: {} as NodeJS.ProcessEnv,
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    serialization: "advanced",
  } as const);
  const unwatch = watchMemory(child, mostMemory);
  const kill = () => void child.kill("SIGKILL");
  ends.addEventListener("abort", kill, { once: true });
  let said = "";
  child.stderr?.on("data", (piece: Buffer) => (said = `${said}${piece.toString()}`.slice(-2_000)));
  try {
    return await new Promise<Answer>((resolve, reject) => {
      let answer: Answer | undefined;
      child.once("error", reject);
      child.once("message", (message) => (answer = message as Answer));
      child.once("close", (code, by) => {
        if (ends.aborted) reject(ends.reason as Error);
        else if (answer !== undefined) resolve(answer);
        else reject(Object.assign(new Error(`a program ended with ${by ?? code}: ${said}`), { by }));
      });
      // A child that dies while it is being told ends in `close`, which knows more.
      child.send(order as never, () => undefined);
    });
  } finally {
    ends.removeEventListener("abort", kill);
    unwatch();
    kill();
  }
}
