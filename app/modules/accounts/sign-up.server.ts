import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { Visit } from "~/platform/http/opened.server";
import { mayTry } from "~/platform/http/throttle.server";
import { done, refused, type Result } from "~/platform/result";
import { identity } from "./identity.server";
import { whyNotPassword } from "./password-rules.server";
import { THROTTLES } from "./throttles.server";
import type { PasswordRefusal, Referrer } from "./types";
import { orCode } from "./identity-answer.server";

export type SignUpInput = {
  name: string;
  email: string;
  password: string;
  /** Where the letter's link leads on to, a path of this site. */
  next?: string | undefined;
  /** Given freely and with consent, or not at all. */
  answers: { referredBy?: Referrer; isWomanLed?: true; isUnderThirty?: true } | undefined;
};

/**
 * Makes an account and sends the letter that confirms its mailbox. An address that has an account already gives the very
 * same answer; its owner gets a letter that says so.
 */
export async function signUp(
  db: Db,
  visit: Visit,
  { name, email, password, next, answers }: SignUpInput,
): Promise<Result<undefined, PasswordRefusal | "throttled">> {
  const weakness = whyNotPassword(password, [name, email]);
  if (weakness) return refused(weakness);
  if (!(await mayTry(THROTTLES.signUpByAddress, visit.clientAddress))) return refused("throttled");
  // A mailbox that is flooded is not ours to flood; the answer stays the same.
  if (!(await mayTry(THROTTLES.letterByMailbox, email))) return done(undefined);
  const body = { name, email, password, ...(next === undefined ? {} : { callbackURL: next }) };
  const made = await orCode(identity.api.signUpEmail({ body, headers: visit.headers }));
  // Two posts at once: the unique address let one of them make the account.
  if ("code" in made) return done(undefined);
  if (answers) await noteAnswers(db, made.value.user.id, answers);
  return done(undefined);
}

/** The id belongs to nobody when the address had an account. */
async function noteAnswers(db: Db, userId: string, answers: NonNullable<SignUpInput["answers"]>): Promise<void> {
  await db
    .insertInto("signUpAnswers")
    .columns(["userId", "referredBy", "isWomanLed", "isUnderThirty", "consentedAt"])
    .expression((eb) =>
      eb
        .selectFrom("users")
        .select((users) => [
          "users.id",
          users.val(answers.referredBy ?? null).as("referredBy"),
          users.val(answers.isWomanLed ?? null).as("isWomanLed"),
          users.val(answers.isUnderThirty ?? null).as("isUnderThirty"),
          users.val(clock()).as("consentedAt"),
        ])
        .where("users.id", "=", userId),
    )
    .onConflict((conflict) => conflict.column("userId").doNothing())
    .execute();
}
