/** What was public at an address once and may be again. */
export const AWAY = ["shop", "listing"] as const;
export type Away = (typeof AWAY)[number];

/** What is away, by what came with the answer; undefined for an address that never was anything. */
export function awayIn(answer: unknown): Away | undefined {
  return AWAY.find((what) => what === answer);
}
