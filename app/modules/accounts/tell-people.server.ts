import type { Trx } from "~/platform/db/db.server";
import { sendMail, sendSms } from "~/platform/mail/outgoing.server";
import { listPeople } from "./people.server";
import type { TeamNews } from "./teams.server";

/** Writes to some people, where each of them looks: by mail, else by SMS. Who has gone is not written to. */
export async function tellPeople(trx: Trx, userIds: readonly string[], { kind, letter, sms }: TeamNews): Promise<void> {
  for (const person of await listPeople(trx, userIds)) {
    const { userId, locale, email, phone } = person;
    const about = { kind, locale, userId };
    if (email !== undefined) await sendMail(trx, { ...about, to: email, letter: letter(person) });
    else if (phone !== undefined) await sendSms(trx, { ...about, to: phone, text: sms(locale) });
  }
}
