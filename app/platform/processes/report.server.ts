/** Tells the person at the keyboard what is being done, one line per step with its time. */
export type Report = {
  /** Runs a step and prints its name, its time and what it has to say about its outcome. */
  step: <Value>(
    name: string,
    work: (progress: (text: string) => void) => Promise<Value>,
    outcome?: (value: Value) => string,
  ) => Promise<Value>;
  line: (text: string) => void;
  /** Steps that are cut off from here on say nothing: the person asked for the end. */
  endSteps: () => void;
};

const QUIET_BETWEEN_MS = 5_000;

/**
 * @param out where it is printed. On a terminal a running step's progress is rewritten in place; in a log it is a line
 *   every few seconds.
 */
export function makeReport(out: NodeJS.WriteStream = process.stdout): Report {
  // The terminal may be closed before we are done stopping the children.
  out.on("error", () => {});
  const line = (text: string) => void out.write(`${text}\n`);
  let isEnding = false;
  const step: Report["step"] = async (name, work, outcome) => {
    const started = performance.now();
    let lastSaid = started;
    const progress = (text: string) => {
      if (out.isTTY) {
        out.write(`\r\x1b[2K  …  ${name}: ${text}`);
        return;
      }
      if (performance.now() - lastSaid < QUIET_BETWEEN_MS) return;
      lastSaid = performance.now();
      line(`  …  ${name}: ${text}`);
    };
    const clear = out.isTTY ? "\r\x1b[2K" : "";
    try {
      const value = await work(progress);
      const told = outcome?.(value);
      const time = `${((performance.now() - started) / 1000).toFixed(1)} s`.padStart(7);
      line(`${clear}  ✓ ${time}  ${name}${told ? `: ${told}` : ""}`);
      return value;
    } catch (error) {
      if (!isEnding) line(`${clear}  ✗  ${name}`);
      throw error;
    }
  };
  return { step, line, endSteps: () => void (isEnding = true) };
}
