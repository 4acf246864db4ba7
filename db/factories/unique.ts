import { randomBytes } from "node:crypto";

/** A short text that no other row of a test has: letters and digits, fit for slugs and codes. */
export function unique(): string {
  return randomBytes(5).toString("hex");
}

/** The instant at which factories create what the test does not date itself. */
export const FACTORY_NOW = new Date("2026-11-24T08:00:00Z");
