import { setTimeout as pause } from "node:timers/promises";

/**
 * Asks `check` again and again until it gives something other than undefined or false.
 *
 * @returns what `check` gave, or undefined when `timeoutMs` passed first
 */
export async function waitUntil<Value>(
  check: () => Value | undefined | false | Promise<Value | undefined | false>,
  { timeoutMs, everyMs = 25 }: { timeoutMs: number; everyMs?: number },
): Promise<Value | undefined> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const value = await check();
    if (value !== undefined && value !== false) return value;
    if (performance.now() >= deadline) return undefined;
    await pause(everyMs);
  }
}
