/** What was open at an address once and may be again, or is open to somebody else. */
export const AWAY = ["shop", "listing", "thread", "order"] as const;
export type Away = (typeof AWAY)[number];

/** What is away, by what came with the answer; undefined for an address that never was anything. */
export function awayIn(answer: unknown): Away | undefined {
  return AWAY.find((what) => what === answer);
}
