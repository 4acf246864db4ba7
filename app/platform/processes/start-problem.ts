/** A reason why something cannot start, told to the person at the keyboard, with what they can do about it. */
export type StartProblem = Error & { mend: string };

/**
 * @param sentence what is wrong, in words that need no knowledge of the code
 * @param mend what to do about it: a command or a setting, written out
 */
export function startProblem(sentence: string, mend: string, cause?: unknown): StartProblem {
  return Object.assign(new Error(sentence, { cause }), { name: "StartProblem", mend });
}

/**
 * The lines that tell a failed start.
 *
 * @param command what the person typed, for the advice when the fault is none that we foresaw
 */
export function tellProblem(error: unknown, command: string): string[] {
  if (isStartProblem(error)) return ["", `${command} cannot run: ${error.message}`, `What to do: ${error.mend}`];
  return [
    "",
    `${command} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    `What to do: start again; if it fails again, ${command} -- --fresh begins with new data.`,
  ];
}

function isStartProblem(error: unknown): error is StartProblem {
  return error instanceof Error && error.name === "StartProblem" && "mend" in error;
}
