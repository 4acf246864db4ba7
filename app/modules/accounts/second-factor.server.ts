import { createOTP } from "@better-auth/utils/otp";
import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Db, Trx } from "~/platform/db/db.server";
import type { Visit } from "~/platform/http/opened.server";
import { mayTry } from "~/platform/http/throttle.server";
import { done, refused, type Result } from "~/platform/result";
import { identity } from "./identity.server";
import { tellOfChange } from "./security-news.server";
import { THROTTLES } from "./throttles.server";
import type { CodeRefusal, ProofRefusal } from "./types";
import { orCode, self, type Cookies } from "./identity-answer.server";

/** A second factor that was begun and not yet confirmed by a first code. */
export type PendingSecondFactor = {
  /** `otpauth://totp/…` (Key URI Format), for the picture that an authenticator reads. */
  uri: string;
  /** The same secret for typing in, in groups of four. */
  secret: string;
  recoveryCodes: string[];
};

/** Begins: draws secret and recovery codes. Nothing is asked for at sign-in before a first code was right. */
export async function beginSecondFactor(visit: Visit, password: string): Promise<Result<undefined, "wrong-password">> {
  const answer = await orCode(identity.api.enableTwoFactor({ body: { password }, headers: visit.headers }));
  // Begun twice in two windows: the page shows what is there.
  if ("code" in answer && answer.code !== "TOTP_ALREADY_ENABLED") return refused("wrong-password");
  return done(undefined);
}

export async function findPendingSecondFactor(db: Db, userId: string): Promise<PendingSecondFactor | undefined> {
  const row = await db
    .selectFrom("twoFactors")
    .innerJoin("users", "users.id", "twoFactors.userId")
    .select(["twoFactors.secret", "users.email"])
    .where("twoFactors.userId", "=", userId)
    .where("twoFactors.verified", "is not", true)
    .executeTakeFirst();
  if (!row) return undefined;
  const uri = createOTP(await opened(row.secret), { digits: 6, period: 30 }).url("Karvan", row.email);
  const { backupCodes } = await identity.api.viewBackupCodes({ body: { userId } });
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  return { uri, secret: secret.replace(/(.{4})(?=.)/g, "$1 "), recoveryCodes: backupCodes };
}

/** Confirms with a first code of the authenticator; from then on every sign-in by password asks for one. */
export async function finishSecondFactor(
  db: Db,
  visit: Visit,
  userId: string,
  code: string,
): Promise<Result<{ cookies: Cookies }, CodeRefusal>> {
  if (!(await mayTry(THROTTLES.secondFactor, userId))) return refused("throttled");
  const answer = await orCode(identity.api.verifyTOTP({ body: { code }, headers: visit.headers, returnHeaders: true }));
  if ("code" in answer || !(await mayTry(THROTTLES.sameCode, `${userId} ${code}`))) return refused("wrong-code");
  await noteChange(db, userId, "second-factor-on");
  return done({ cookies: answer.value.headers.getSetCookie() });
}

/**
 * Asks for a code of her authenticator where a deed needs more than being signed in. A code is good once, and tries count.
 * Who has no second factor is told so: she has to set it up first.
 */
export async function proveSecondFactor(
  db: Db | Trx,
  userId: string,
  code: string | undefined,
): Promise<Result<undefined, ProofRefusal>> {
  const row = await db
    .selectFrom("twoFactors")
    .innerJoin("users", "users.id", "twoFactors.userId")
    .select("twoFactors.secret")
    .where("twoFactors.userId", "=", userId)
    .where("users.twoFactorEnabled", "is", true)
    .executeTakeFirst();
  if (!row) return refused("no-second-factor");
  if (code === undefined) return refused("code-needed");
  if (!(await mayTry(THROTTLES.secondFactor, userId))) return refused("throttled");
  const isRight = await createOTP(await opened(row.secret), { digits: 6, period: 30 }).verify(code, { window: 1 });
  if (!isRight || !(await mayTry(THROTTLES.sameCode, `${userId} ${code}`))) return refused("wrong-code");
  return done(undefined);
}

/** Takes the second factor away; staff cannot be without one. */
export async function removeSecondFactor(
  db: Db,
  visit: Visit,
  { userId, isStaff }: { userId: string; isStaff: boolean },
  password: string,
): Promise<Result<{ cookies: Cookies }, "wrong-password" | "staff-needs-it">> {
  if (isStaff) return refused("staff-needs-it");
  const answer = await orCode(
    identity.api.disableTwoFactor({ body: { password }, headers: visit.headers, returnHeaders: true }),
  );
  if ("code" in answer) return refused("wrong-password");
  await noteChange(db, userId, "second-factor-off");
  return done({ cookies: answer.value.headers.getSetCookie() });
}

/** Draws new recovery codes; the ones before open nothing any more. */
export async function renewRecoveryCodes(
  db: Db,
  visit: Visit,
  userId: string,
  password: string,
): Promise<Result<{ recoveryCodes: string[] }, "wrong-password">> {
  const answer = await orCode(identity.api.generateBackupCodes({ body: { password }, headers: visit.headers }));
  if ("code" in answer) return refused("wrong-password");
  await db.transaction().execute((trx) =>
    recordAudit(trx, {
      actor: self(userId),
      action: "renew-recovery-codes",
      subject: { kind: "person", id: userId },
    }),
  );
  return done({ recoveryCodes: answer.value.backupCodes });
}

async function noteChange(db: Db, userId: string, news: "second-factor-on" | "second-factor-off"): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await recordAudit(trx, {
      actor: self(userId),
      action: news === "second-factor-on" ? "add-second-factor" : "remove-second-factor",
      subject: { kind: "person", id: userId },
    });
    await tellOfChange(trx, userId, news);
  });
}

/** The code that a person's authenticator shows now. For demo and tests, whose people have no telephone. */
export async function currentCode(secret: string): Promise<string> {
  return createOTP(await opened(secret), { digits: 6, period: 30 }).totp();
}

/** A secret as it is stored: encrypted with the sessions' own key. */
export async function sealed(secret: string): Promise<string> {
  const { secretConfig } = await identity.$context;
  return symmetricEncrypt({ key: secretConfig, data: secret });
}

async function opened(stored: string): Promise<string> {
  const { secretConfig } = await identity.$context;
  return symmetricDecrypt({ key: secretConfig, data: stored });
}
