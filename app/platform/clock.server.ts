/** Milliseconds that the clock of this process is ahead; only demo and tests move it. */
let offsetMs = 0;

/** Now, as every decision reads it. */
export function clock(): Date {
  return new Date(Date.now() + offsetMs);
}

/** Moves this process's clock. Processes of one database share the offset that `clock-offset.server.ts` keeps in it. */
export function setClockOffset(milliseconds: number): void {
  offsetMs = milliseconds;
}
