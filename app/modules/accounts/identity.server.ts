import { clock } from "~/platform/clock.server";
import { db } from "~/platform/db/db.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { currentLocale } from "~/platform/i18n/locale.server";
import type { Letter } from "~/platform/mail/letter";
import { sendMail, sendSms } from "~/platform/mail/outgoing.server";
import { MAIL_LINK_SECONDS, PHONE_CODE_SECONDS, realEmail, type KnownPerson } from "~/platform/session/auth.server";
import { makeIdentity } from "~/platform/session/signed-in.server";
import {
  changeEmailLetter,
  codeText,
  existingAccountLetter,
  resetLetter,
  securityLetter,
  staffByPasswordText,
  verificationLetter,
} from "./letters.server";
import { purposeOf } from "./link-token.server";
import { findPerson, findPersonByPhone, notePerson } from "./people.server";

/** Identity with its letters: what signs people up and in, and changes how they enter. */
export const identity = makeIdentity({
  sendVerification: (person, token, next) => {
    const isChange = purposeOf(token) === "change-email-verification";
    return post(person, isChange ? "verify-new-email" : "verify-email", (to) =>
      verificationLetter(to, { token, next }, isChange),
    );
  },
  sendChangeConfirmation: (person, newEmail, token) =>
    post(person, "confirm-new-email", (to) => changeEmailLetter(to, newEmail, token)),
  sendPasswordReset: (person, token) => post(person, "reset-password", (to) => resetLetter(to, token)),
  sendPhoneCode,
  noteExistingSignUp: (person) => post(person, "existing-account", existingAccountLetter),
  notePasswordReset: async (person) => {
    // Who could open the letter has the mailbox.
    await db.updateTable("users").set({ emailVerified: true }).where("id", "=", person.id).execute();
    await post(person, "password-changed", (to) => securityLetter(to, "password"));
  },
  noteNewPerson: (person) =>
    db.transaction().execute(async (trx) => {
      await notePerson(trx, person.id, currentLocale());
      await recordAudit(trx, {
        actor: { kind: "buyer", id: person.id },
        action: "sign-up",
        subject: { kind: "person", id: person.id },
      });
    }),
  mayEnterByPhone: async (userId) => {
    const person = await findPerson(db, userId);
    return person !== undefined && !person.isStaff && !person.hasSecondFactor;
  },
});

/** In her own language, where she has chosen one; a person who came by phone has no mailbox. */
async function post(
  { id, email, name }: KnownPerson,
  kind: string,
  write: (to: { name: string; locale: ReturnType<typeof currentLocale> }) => Letter,
): Promise<void> {
  const address = realEmail(email);
  if (address === undefined) return;
  const known = await findPerson(db, id);
  const locale = known?.locale ?? currentLocale();
  await db.transaction().execute((trx) =>
    sendMail(trx, {
      kind,
      to: address,
      locale,
      userId: known?.userId,
      letter: write({ name, locale }),
      expiresAt: new Date(clock().getTime() + MAIL_LINK_SECONDS * 1000),
    }),
  );
}

/** Staff, and whoever has a second factor, are told to use their password instead: a code alone would go round it. */
async function sendPhoneCode(phone: string, code: string): Promise<void> {
  const known = await findPersonByPhone(db, phone);
  const locale = known?.locale ?? currentLocale();
  const isGuarded = known !== undefined && (known.isStaff || known.hasSecondFactor);
  await db.transaction().execute((trx) =>
    sendSms(trx, {
      kind: isGuarded ? "enter-by-password" : "phone-code",
      to: phone,
      locale,
      userId: known?.userId,
      text: isGuarded ? staffByPasswordText(locale) : codeText(code, locale),
      expiresAt: new Date(clock().getTime() + PHONE_CODE_SECONDS * 1000),
    }),
  );
}
