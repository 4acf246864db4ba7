import { isAPIError } from "better-auth/api";
import type { AuditActor } from "~/platform/audit/audit.server";

/** `Set-Cookie` headers that the answer to the form must carry. */
export type Cookies = readonly string[];

/** The library's answer, or the code of its refusal (`INVALID_OTP`); anything else is a fault and thrown on. */
export async function orCode<Value>(ask: Promise<Value>): Promise<{ value: Value } | { code: string }> {
  try {
    return { value: await ask };
  } catch (error) {
    if (!isAPIError(error)) throw error;
    const code: unknown = error.body?.code;
    return { code: typeof code === "string" ? code : String(error.status) };
  }
}

/** Who acts on her own account. */
export function self(userId: string): AuditActor {
  return { kind: "buyer", id: userId };
}
