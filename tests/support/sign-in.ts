import { createHmac } from "node:crypto";
import type { Db } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { auth } from "~/platform/session/signed-in.server";
import { unique } from "~db/factories";

const HOUR_MS = 3_600_000;

type SignInOptions = {
  /** How long the session still lives, in milliseconds. */
  lifeMs?: number;
  secret?: string;
};

/** Signs a person in. @returns the value of the `Cookie` header, signed as the identity library signs it */
export async function signIn(
  db: Db,
  userId: string,
  { lifeMs = HOUR_MS, secret = env.SESSION_SECRET }: SignInOptions = {},
): Promise<string> {
  const token = unique();
  // The library that reads the session goes by the true time.
  const now = new Date();
  const expiresAt = new Date(now.getTime() + lifeMs);
  await db
    .insertInto("sessions")
    .values({ id: unique(), token, userId, expiresAt, createdAt: now, updatedAt: now })
    .execute();
  const { authCookies } = await auth.$context;
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  return `${authCookies.sessionToken.name}=${encodeURIComponent(`${token}.${signature}`)}`;
}
