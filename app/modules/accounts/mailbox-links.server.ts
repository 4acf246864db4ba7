import { recordAudit } from "~/platform/audit/audit.server";
import type { Db } from "~/platform/db/db.server";
import type { Visit } from "~/platform/http/opened.server";
import { mayTry } from "~/platform/http/throttle.server";
import { done, refused, type Result } from "~/platform/result";
import { identity } from "./identity.server";
import { whyNotPassword } from "./password-rules.server";
import { tellOfChange } from "./security-news.server";
import { THROTTLES } from "./throttles.server";
import type { LinkRefusal, PasswordRefusal } from "./types";
import { orCode, self } from "./identity-answer.server";

/** What opening a letter's link did. */
export type Confirmed = { was: "new-account" | "change-confirmed" | "email-changed" };

/** Does what the link of a letter asks: confirms a mailbox, or one step of changing it. */
export async function confirmMailbox(db: Db, visit: Visit, token: string): Promise<Result<Confirmed, LinkRefusal>> {
  const answer = await orCode(identity.api.verifyEmail({ query: { token }, headers: visit.headers }));
  if ("code" in answer) return refused(answer.code === "TOKEN_EXPIRED" ? "link-expired" : "link-wrong");
  // It answers with the person when her address was changed, with none when only the letter to the new one was sent.
  const person: unknown = answer.value && "user" in answer.value ? answer.value.user : undefined;
  if (person === undefined) return done({ was: "change-confirmed" });
  if (person === null || typeof person !== "object" || !("id" in person)) return done({ was: "new-account" });
  await noteEmailChange(db, String(person.id));
  return done({ was: "email-changed" });
}

async function noteEmailChange(db: Db, userId: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // The link was in the new mailbox, also of a person who came by phone and had none before.
    const { email } = await trx
      .updateTable("users")
      .set({ emailVerified: true })
      .where("id", "=", userId)
      .returning("email")
      .executeTakeFirstOrThrow();
    await recordAudit(trx, {
      actor: self(userId),
      action: "change-email",
      subject: { kind: "person", id: userId },
      after: { email },
    });
    await tellOfChange(trx, userId, "email");
  });
}

/** Sends the confirming letter again, if there is anything to confirm; the answer is the same either way. */
export async function sendVerificationAgain(visit: Visit, email: string): Promise<Result<undefined, "throttled">> {
  if (!(await mayTry(THROTTLES.letterByAddress, visit.clientAddress))) return refused("throttled");
  if (!(await mayTry(THROTTLES.letterByMailbox, email))) return done(undefined);
  await orCode(identity.api.sendVerificationEmail({ body: { email }, headers: visit.headers }));
  return done(undefined);
}

/** Sends a letter with a link to a new password, if the address has an account; the answer is the same either way. */
export async function askForNewPassword(visit: Visit, email: string): Promise<Result<undefined, "throttled">> {
  if (!(await mayTry(THROTTLES.letterByAddress, visit.clientAddress))) return refused("throttled");
  if (!(await mayTry(THROTTLES.letterByMailbox, email))) return done(undefined);
  await identity.api.requestPasswordReset({ body: { email }, headers: visit.headers });
  return done(undefined);
}

/** Sets a password by a letter's link, which works once, and ends every session. */
export async function resetPassword(
  db: Db,
  visit: Visit,
  { token, password }: { token: string; password: string },
): Promise<Result<undefined, PasswordRefusal | LinkRefusal>> {
  const weakness = whyNotPassword(password);
  if (weakness) return refused(weakness);
  const held = await db
    .selectFrom("verifications")
    .select("value")
    .where("identifier", "=", `reset-password:${token}`)
    .executeTakeFirst();
  const answer = await orCode(
    identity.api.resetPassword({ body: { token, newPassword: password }, headers: visit.headers }),
  );
  if ("code" in answer || !held) return refused("link-expired");
  await db.transaction().execute((trx) =>
    recordAudit(trx, {
      actor: self(held.value),
      action: "reset-password",
      subject: { kind: "person", id: held.value },
    }),
  );
  return done(undefined);
}
