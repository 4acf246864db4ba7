import { createHash } from "node:crypto";

/**
 * The same id for the same seed entry in every database (RFC 9562, version 8): seeding twice finds what it made.
 *
 * @param kind what is named, `listing`
 * @param name seed id, `p001`
 */
export function seedUuid(kind: string, name: string): string {
  const hex = createHash("sha256").update(`karvan demo/${kind}/${name}`).digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}

const DAY_MS = 86_400_000;

/** The calendar day `days` before an instant, in UTC. */
export function dayBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10);
}

export function instantBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}
