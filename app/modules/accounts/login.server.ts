import { sql } from "kysely";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Db } from "~/platform/db/db.server";
import type { Visit } from "~/platform/http/opened.server";
import { mayTry } from "~/platform/http/throttle.server";
import { done, refused, type Result } from "~/platform/result";
import { realEmail } from "~/platform/session/auth.server";
import { isStaffRole } from "~/platform/session/roles";
import { identity } from "./identity.server";
import { whyNotPassword } from "./password-rules.server";
import { tellOfChange } from "./security-news.server";
import { THROTTLES } from "./throttles.server";
import type { Login, OpenSession, PasswordRefusal } from "./types";
import { orCode, self, type Cookies } from "./identity-answer.server";

export async function findLogin(db: Db, userId: string): Promise<Login | undefined> {
  const row = await db
    .selectFrom("users")
    .select((eb) => [
      "email",
      "emailVerified",
      "phoneNumber",
      "phoneNumberVerified",
      "twoFactorEnabled",
      "role",
      eb
        .exists(
          eb
            .selectFrom("authAccounts")
            .select("id")
            .whereRef("userId", "=", "users.id")
            .where("providerId", "=", "credential"),
        )
        .as("hasPassword"),
    ])
    .where("id", "=", userId)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    email: realEmail(row.email),
    isEmailVerified: row.emailVerified,
    phone: row.phoneNumberVerified ? (row.phoneNumber ?? undefined) : undefined,
    hasPassword: Boolean(row.hasPassword),
    hasSecondFactor: row.twoFactorEnabled === true,
    needsSecondFactor: isStaffRole(row.role ?? undefined),
  };
}

/** Sets another password and ends every other session. */
export async function changePassword(
  db: Db,
  visit: Visit,
  userId: string,
  { password, newPassword }: { password: string; newPassword: string },
): Promise<Result<{ cookies: Cookies }, PasswordRefusal | "wrong-password" | "throttled">> {
  const weakness = whyNotPassword(newPassword);
  if (weakness) return refused(weakness);
  if (!(await mayTry(THROTTLES.secondFactor, `password ${userId}`))) return refused("throttled");
  const answer = await orCode(
    identity.api.changePassword({
      body: { currentPassword: password, newPassword, revokeOtherSessions: true },
      headers: visit.headers,
      returnHeaders: true,
    }),
  );
  if ("code" in answer) return refused("wrong-password");
  await db.transaction().execute(async (trx) => {
    await recordAudit(trx, { ...about(userId), action: "change-password" });
    await tellOfChange(trx, userId, "password");
  });
  return done({ cookies: answer.value.headers.getSetCookie() });
}

/** Whether the password is the person's; who has none has nothing to show. */
export async function confirmPassword(
  db: Db,
  visit: Visit,
  userId: string,
  password: string | undefined,
): Promise<boolean> {
  const login = await findLogin(db, userId);
  if (!login?.hasPassword) return true;
  if (password === undefined || !(await mayTry(THROTTLES.secondFactor, `password ${userId}`))) return false;
  const answer = await orCode(identity.api.verifyPassword({ body: { password }, headers: visit.headers }));
  return "value" in answer;
}

/**
 * Begins to change the e-mail: a letter to the mailbox of until then asks whether that is wanted, then one to the new
 * mailbox whether it is there. The answer is the same when the new address has an account of its own.
 */
export async function askToChangeEmail(
  db: Db,
  visit: Visit,
  userId: string,
  email: string,
): Promise<Result<undefined, "same-email" | "throttled">> {
  const login = await findLogin(db, userId);
  if (login?.email?.toLowerCase() === email.toLowerCase()) return refused("same-email");
  if (!(await mayTry(THROTTLES.letterByMailbox, `change ${userId}`))) return refused("throttled");
  await identity.api.changeEmail({ body: { newEmail: email }, headers: visit.headers });
  await db
    .transaction()
    .execute((trx) => recordAudit(trx, { ...about(userId), action: "ask-to-change-email", after: { email } }));
  return done(undefined);
}

const MOST_SESSIONS_SHOWN = 50;

/** Where a person is signed in, the latest first. */
export async function listSessions(db: Db, userId: string, ownSessionId: string): Promise<OpenSession[]> {
  const rows = await db
    .selectFrom("sessions")
    .select(["id", "createdAt", "userAgent", "ipAddress"])
    .where("userId", "=", userId)
    // Sessions go by the true time, as the library that makes them does.
    .where("expiresAt", ">", sql<Date>`clock_timestamp()`)
    .orderBy("createdAt", "desc")
    .orderBy("id")
    .limit(MOST_SESSIONS_SHOWN)
    .execute();
  return rows.map(({ id, createdAt, userAgent, ipAddress }) => ({
    sessionId: id,
    isThisOne: id === ownSessionId,
    signedInAt: createdAt,
    userAgent: userAgent === "" ? undefined : (userAgent ?? undefined),
    clientAddress: ipAddress === "" ? undefined : (ipAddress ?? undefined),
  }));
}

/** Ends one session of the person, or all but the one in which she asks; a stranger's is not there. */
export async function endSessions(
  db: Db,
  userId: string,
  which: { sessionId: string } | { allBut: string },
): Promise<{ ended: number }> {
  return db.transaction().execute(async (trx) => {
    const ended = await trx
      .deleteFrom("sessions")
      .where("userId", "=", userId)
      .$if("sessionId" in which, (query) => query.where("id", "=", "sessionId" in which ? which.sessionId : ""))
      .$if("allBut" in which, (query) => query.where("id", "<>", "allBut" in which ? which.allBut : ""))
      .returning("id")
      .execute();
    if (ended.length > 0) {
      await recordAudit(trx, { ...about(userId), action: "end-sessions", after: { count: ended.length } });
    }
    return { ended: ended.length };
  });
}

function about(userId: string) {
  return { actor: self(userId), subject: { kind: "person", id: userId } };
}
