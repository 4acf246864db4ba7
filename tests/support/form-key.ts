import { randomUUID } from "node:crypto";
import type { FormKey } from "~/platform/db/once.server";

/** A key as a form that is shown gets one. */
export function newKey(): FormKey {
  return randomUUID() as FormKey;
}
