import type { Trx } from "~/platform/db/db.server";
import { sendMail } from "~/platform/mail/outgoing.server";
import { securityLetter, type SecurityNews } from "./letters.server";
import { findPerson } from "./people.server";

/** Tells a person that how she enters was changed, where she has a mailbox. */
export async function tellOfChange(trx: Trx, userId: string, news: SecurityNews): Promise<void> {
  const person = await findPerson(trx, userId);
  if (person?.email === undefined) return;
  await sendMail(trx, {
    kind: "security-news",
    to: person.email,
    locale: person.locale,
    userId,
    letter: securityLetter(person, news),
  });
}
