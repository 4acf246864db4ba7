import { recordAudit } from "~/platform/audit/audit.server";
import type { Db } from "~/platform/db/db.server";
import type { Visit } from "~/platform/http/opened.server";
import { forgetTries, mayTry } from "~/platform/http/throttle.server";
import { done, refused, type Result } from "~/platform/result";
import { identity } from "./identity.server";
import { tellOfChange } from "./security-news.server";
import { noteEntry } from "./sign-in.server";
import { THROTTLES } from "./throttles.server";
import type { CodeRefusal } from "./types";
import { orCode, self, type Cookies } from "./identity-answer.server";

/** Sends a code of six digits by SMS, to whatever number: whether it has an account is not to be seen. */
export async function sendPhoneCode(visit: Visit, phone: string): Promise<Result<undefined, "throttled">> {
  const isAllowed =
    (await mayTry(THROTTLES.codeByAddress, visit.clientAddress)) && (await mayTry(THROTTLES.codeByPhone, phone));
  if (!isAllowed) return refused("throttled");
  await identity.api.sendPhoneNumberOTP({ body: { phoneNumber: phone }, headers: visit.headers });
  return done(undefined);
}

export type EnteredByPhone = { cookies: Cookies; isNew: boolean };

/** Signs in, or up when the number has no account. Staff and people with a second factor do not enter by a code alone. */
export async function enterByPhone(
  db: Db,
  visit: Visit,
  { phone, code }: { phone: string; code: string },
): Promise<Result<EnteredByPhone, CodeRefusal>> {
  if (!(await mayTry(THROTTLES.codeTriesByPhone, phone))) return refused("throttled");
  const answer = await orCode(
    identity.api.verifyPhoneNumber({
      body: { phoneNumber: phone, code },
      headers: visit.headers,
      returnHeaders: true,
    }),
  );
  if ("code" in answer) return refused(refusalOf(answer.code));
  const { headers, response } = answer.value;
  await forgetTries(THROTTLES.codeTriesByPhone, phone);
  await noteEntry(db, response.user.id, "phone-code");
  return done({ cookies: headers.getSetCookie(), isNew: response.user.name === "" });
}

/** Gives a signed-in person this number, after the code that was sent to it. */
export async function changePhone(
  db: Db,
  visit: Visit,
  userId: string,
  { phone, code }: { phone: string; code: string },
): Promise<Result<undefined, CodeRefusal | "phone-taken">> {
  if (!(await mayTry(THROTTLES.codeTriesByPhone, phone))) return refused("throttled");
  const answer = await orCode(
    identity.api.verifyPhoneNumber({
      body: { phoneNumber: phone, code, updatePhoneNumber: true },
      headers: visit.headers,
    }),
  );
  if ("code" in answer) {
    return refused(answer.code === "PHONE_NUMBER_EXIST" ? "phone-taken" : refusalOf(answer.code));
  }
  await db.transaction().execute(async (trx) => {
    await recordAudit(trx, {
      actor: self(userId),
      action: "change-phone",
      subject: { kind: "person", id: userId },
      after: { phone },
    });
    await tellOfChange(trx, userId, "phone");
  });
  return done(undefined);
}

function refusalOf(code: string): CodeRefusal {
  return code === "INVALID_OTP" || code === "FAILED_TO_CREATE_SESSION" ? "wrong-code" : "expired-code";
}
