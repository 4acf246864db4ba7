import { betterAuth } from "better-auth";
import { db } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { identityOptions, SILENT_HOOKS, type IdentityHooks } from "./auth.server";

export type SignedIn = {
  userId: string;
  role: string | undefined;
  sessionId: string;
  hasSecondFactor: boolean;
  signedInAt: Date;
};

/** Identity with somebody who sends its letters. Its own HTTP endpoints are not served: pages call it. */
export function makeIdentity(hooks: IdentityHooks) {
  return betterAuth({
    ...identityOptions(hooks),
    secret: env.SESSION_SECRET,
    baseURL: env.SITE_URL,
    trustedOrigins: [env.SITE_URL],
    telemetry: { enabled: false },
    logger: { disabled: true },
    // The library names columns as the database does; translated names would come back to it as missing.
    database: { db: db.withoutPlugins(), type: "postgres" },
  });
}

/** Reads sessions. */
export const auth = makeIdentity(SILENT_HOOKS);

/** Who sends a request, by the session cookie; read from the database each time, so that a sign-out holds at once. */
export async function findSignedIn(request: Request): Promise<SignedIn | undefined> {
  if (!request.headers.has("cookie")) return undefined;
  const found = await auth.api.getSession({ headers: request.headers });
  if (!found) return undefined;
  const { user, session } = found;
  return {
    userId: user.id,
    role: user.role ?? undefined,
    sessionId: session.id,
    hasSecondFactor: user.twoFactorEnabled === true,
    signedInAt: session.createdAt,
  };
}
