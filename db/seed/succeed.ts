import type { Result } from "~/platform/result";

/** What a deed gave. @throws Error when the house's own rules refuse what the seed tells of */
export function succeed<Value>(deed: string, result: Result<Value, string>): Value {
  if (result.ok) return result.value;
  throw new Error(`the seed cannot ${deed}: ${result.refusal}`);
}
