/** Milliseconds that the clock of this process is ahead; only demo and tests move it. */
let offsetMs = 0;

/** Now, as every decision reads it. */
export function clock(): Date {
  return new Date(Date.now() + offsetMs);
}

/** Moves this process's clock. Where the offset is stored, and that production has none, is `clock-offset.server.ts`. */
export function setClockOffset(milliseconds: number): void {
  offsetMs = milliseconds;
}
