import { createHmac } from "node:crypto";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Db } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import type { Visit } from "~/platform/http/opened.server";
import { forgetTries, mayTry } from "~/platform/http/throttle.server";
import { done, refused, type Result } from "~/platform/result";
import { identity } from "./identity.server";
import { THROTTLES } from "./throttles.server";
import type { CodeRefusal, SignInRefusal } from "./types";
import { orCode, self, type Cookies } from "./identity-answer.server";

export type Entered = { cookies: Cookies; needsSecondFactor: boolean };

/** Checks e-mail and password. Where there is a second factor, the cookies only open the page that asks for it. */
export async function signIn(
  db: Db,
  visit: Visit,
  { email, password }: { email: string; password: string },
): Promise<Result<Entered, SignInRefusal>> {
  const isAllowed =
    (await mayTry(THROTTLES.signInByAddress, visit.clientAddress)) && (await mayTry(THROTTLES.signInByAccount, email));
  if (!isAllowed) return refused("throttled");
  const answer = await orCode(
    identity.api.signInEmail({ body: { email, password }, headers: visit.headers, returnHeaders: true }),
  );
  if ("code" in answer) {
    await noteRefusal(db, email, answer.code);
    if (answer.code === "EMAIL_NOT_VERIFIED") return refused("unverified");
    return refused(answer.code === "BANNED_USER" ? "closed" : "wrong-credentials");
  }
  await forgetTries(THROTTLES.signInByAccount, email);
  const { headers, response } = answer.value;
  const needsSecondFactor = "twoFactorRedirect" in response && response.twoFactorRedirect === true;
  if (!needsSecondFactor) await noteEntry(db, response.user.id, "password");
  return done({ cookies: headers.getSetCookie(), needsSecondFactor });
}

/** The second step: a code of the authenticator, or one of the recovery codes, each of which works once. */
export async function confirmSecondFactor(
  db: Db,
  visit: Visit,
  { code, isRecoveryCode }: { code: string; isRecoveryCode: boolean },
): Promise<Result<{ cookies: Cookies }, CodeRefusal>> {
  if (!(await mayTry(THROTTLES.secondFactor, visit.clientAddress))) return refused("throttled");
  const ask = { body: { code }, headers: visit.headers, returnHeaders: true as const };
  const answer = await orCode(isRecoveryCode ? identity.api.verifyBackupCode(ask) : identity.api.verifyTOTP(ask));
  if ("code" in answer) {
    const isOver = answer.code === "INVALID_TWO_FACTOR_COOKIE" || answer.code === "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE";
    return refused(isOver ? "expired-code" : "wrong-code");
  }
  const { headers, response } = answer.value;
  if (!(await mayTry(THROTTLES.sameCode, `${response.user.id} ${code}`))) {
    await db
      .deleteFrom("sessions")
      .where("token", "=", response.token ?? "")
      .execute();
    return refused("wrong-code");
  }
  await noteEntry(db, response.user.id, isRecoveryCode ? "recovery-code" : "second-factor");
  return done({ cookies: headers.getSetCookie() });
}

export async function signOut(db: Db, visit: Visit, userId: string): Promise<{ cookies: Cookies }> {
  const { headers } = await identity.api.signOut({ headers: visit.headers, returnHeaders: true });
  await db.transaction().execute((trx) =>
    recordAudit(trx, {
      actor: self(userId),
      action: "sign-out",
      subject: { kind: "person", id: userId },
    }),
  );
  return { cookies: headers.getSetCookie() };
}

export async function noteEntry(
  db: Db,
  userId: string,
  by: "password" | "second-factor" | "recovery-code" | "phone-code",
): Promise<void> {
  await db.transaction().execute((trx) =>
    recordAudit(trx, {
      actor: self(userId),
      action: "sign-in",
      subject: { kind: "person", id: userId },
      after: { by },
    }),
  );
}

/** Nobody is signed in, and the address may be anybody's: the subject is a keyed digest of it. */
async function noteRefusal(db: Db, email: string, code: string): Promise<void> {
  const id = createHmac("sha256", env.AUDIT_SECRET).update(email.toLowerCase()).digest("hex").slice(0, 32);
  await db.transaction().execute((trx) =>
    recordAudit(trx, {
      actor: { kind: "guest", id: undefined },
      action: "refuse-sign-in",
      subject: { kind: "mailbox", id },
      after: { code },
    }),
  );
}
