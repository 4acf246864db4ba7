import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import type { Transports } from "./port";

/** Where demo, development and tests "send": nothing leaves this machine, and everything can be read. */
export function mailboxTransports(db: Db): Transports {
  const put = async (row: {
    id: string;
    channel: "mail" | "sms";
    recipient: string;
    locale: Locale;
    subject?: string;
    bodyText: string;
    bodyHtml?: string;
  }) => {
    await db
      .insertInto("mailboxMessages")
      .values({ ...row, receivedAt: clock() })
      // The repeat of a message that arrived is the same message.
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
    return { outcome: "sent" as const };
  };
  return {
    mail: ({ id, to, subject, text, html, locale }) =>
      put({ id, channel: "mail", recipient: to, locale, subject, bodyText: text, bodyHtml: html }),
    sms: ({ id, to, text, locale }) => put({ id, channel: "sms", recipient: to, locale, bodyText: text }),
  };
}

export type MailboxMessage = {
  id: string;
  channel: "mail" | "sms";
  recipient: string;
  locale: Locale;
  subject: string | null;
  bodyText: string;
  bodyHtml: string | null;
  receivedAt: Date;
};

/** What was "sent", the latest first; `page` counts from 1. */
export async function listMailbox(
  db: Db,
  { recipient, page, pageSize }: { recipient?: string | undefined; page: number; pageSize: number },
): Promise<MailboxMessage[]> {
  return db
    .selectFrom("mailboxMessages")
    .select(["id", "channel", "recipient", "locale", "subject", "bodyText", "bodyHtml", "receivedAt"])
    .$if(recipient !== undefined, (query) => query.where("recipient", "=", recipient ?? ""))
    .orderBy("receivedAt", "desc")
    .orderBy("id")
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .$castTo<MailboxMessage>()
    .execute();
}

/** A letter's HTML; undefined when there is no such message, or it was an SMS. */
export async function findMailboxLetter(db: Db, id: string): Promise<string | undefined> {
  const row = await db.selectFrom("mailboxMessages").select("bodyHtml").where("id", "=", id).executeTakeFirst();
  return row?.bodyHtml ?? undefined;
}
