import type { ExpressionBuilder } from "kysely";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import type { DB } from "~/platform/db/types.generated";
import type { Locale } from "~/platform/i18n/locales";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { letterHtml, letterText, type Letter } from "./letter";
import type { Delivery, Transports } from "./port";

type About = {
  /** What it is about, in the words of the deeds: `verify-email`. */
  kind: string;
  to: string;
  locale: Locale;
  /** Whose it is, when the person is known: erased with her. */
  userId?: string | undefined;
  /** After this it is not worth sending: its code or link no longer opens anything. */
  expiresAt?: Date | undefined;
};

export type OutgoingMail = About & { letter: Letter };
export type OutgoingSms = About & { text: string };

/** Writes a letter down and enqueues its sending, in the transaction that promises it. */
export function sendMail(trx: Trx, { letter, ...about }: OutgoingMail): Promise<void> {
  return send(trx, about, {
    channel: "mail",
    subject: letter.subject,
    bodyText: letterText(letter),
    bodyHtml: letterHtml(letter, about.locale),
  });
}

/** Writes a text message down and enqueues its sending, in the transaction that promises it. */
export function sendSms(trx: Trx, { text, ...about }: OutgoingSms): Promise<void> {
  return send(trx, about, { channel: "sms", subject: null, bodyText: text, bodyHtml: null });
}

type Content = { channel: "mail" | "sms"; subject: string | null; bodyText: string; bodyHtml: string | null };

async function send(trx: Trx, { kind, to, locale, userId, expiresAt }: About, content: Content): Promise<void> {
  const { id } = await trx
    .insertInto("outgoingMessages")
    .values({
      ...content,
      kind,
      recipient: to,
      locale,
      userId: userId ?? null,
      expiresAt: expiresAt ?? null,
      createdAt: clock(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  // People wait for codes and links: before indexing and pictures.
  await enqueue(trx, "send-message", { messageId: id }, { jobKey: `send-message:${id}`, priority: -10 });
}

/**
 * Sends a message that has not gone yet; a second run of the job finds nothing to do. It goes twice only when the process
 * dies between the relay's accept and our commit, and then bears the same id.
 */
export async function deliverMessage(
  db: Db,
  transports: Transports,
  messageId: string,
  now: Date = clock(),
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const message = await trx
      .selectFrom("outgoingMessages")
      .select(["channel", "recipient", "locale", "subject", "bodyText", "bodyHtml", "expiresAt"])
      .where("id", "=", messageId)
      .where("outcome", "is", null)
      .forUpdate()
      .executeTakeFirst();
    if (!message) return;
    const isLate = message.expiresAt !== null && message.expiresAt <= now;
    const delivery = isLate ? undefined : await hand(transports, messageId, message);
    await trx
      .updateTable("outgoingMessages")
      .set({
        outcome: delivery?.outcome ?? "expired",
        outcomeReason: delivery?.outcome === "refused" ? delivery.reason : null,
        outcomeAt: now,
        recipient: null,
        subject: null,
        bodyText: null,
        bodyHtml: null,
      })
      .where("id", "=", messageId)
      .execute();
  });
}

type Stored = {
  channel: string;
  recipient: string | null;
  locale: string;
  subject: string | null;
  bodyText: string | null;
  bodyHtml: string | null;
};

/** The table's checks promise what is asserted here for a message that has not gone. */
function hand({ mail, sms }: Transports, id: string, stored: Stored): Promise<Delivery> {
  const { channel, recipient, subject, bodyText, bodyHtml } = stored;
  const locale = stored.locale as Locale;
  if (recipient === null || bodyText === null) throw new Error(`message ${id} has no content`);
  if (channel === "sms") return sms({ id, to: recipient, text: bodyText, locale });
  if (subject === null || bodyHtml === null) throw new Error(`mail ${id} has no content`);
  return mail({ id, to: recipient, subject, text: bodyText, html: bodyHtml, locale });
}

/**
 * Takes everything about a person out of the messages; what has not gone is not sent any more.
 *
 * @param recipients her mailboxes and numbers, for messages that were written before she was known
 */
export async function eraseMessages(
  trx: Trx,
  userId: string,
  recipients: readonly string[],
  now = clock(),
): Promise<void> {
  const hers = (eb: ExpressionBuilder<DB, "outgoingMessages">) =>
    eb.or([eb("userId", "=", userId), ...recipients.map((recipient) => eb("recipient", "=", recipient))]);
  await trx
    .updateTable("outgoingMessages")
    .set({ outcome: "expired", outcomeAt: now })
    .where(hers)
    .where("outcome", "is", null)
    .execute();
  await trx
    .updateTable("outgoingMessages")
    .set({ recipient: null, subject: null, bodyText: null, bodyHtml: null, userId: null })
    .where(hers)
    .execute();
  if (recipients.length > 0) {
    await trx
      .deleteFrom("mailboxMessages")
      .where("recipient", "in", [...recipients])
      .execute();
  }
}

/** Takes a mailbox out of the messages that went to it before a day; it may be somebody's who has written to us since. */
export async function eraseMessagesTo(trx: Trx, recipient: string, before: Date): Promise<void> {
  await trx
    .updateTable("outgoingMessages")
    .set({ recipient: null, subject: null, bodyText: null, bodyHtml: null, userId: null })
    .where("recipient", "=", recipient)
    .where("createdAt", "<", before)
    .where("outcome", "is not", null)
    .execute();
}

/** What was sent to a person and when, for her copy of her data; what it said is not kept. */
export async function listSentMessages(
  db: Db,
  userId: string,
  limit = 1_000,
): Promise<{ kind: string; channel: string; createdAt: Date; outcome: string | null }[]> {
  return db
    .selectFrom("outgoingMessages")
    .select(["kind", "channel", "createdAt", "outcome"])
    .where("userId", "=", userId)
    .orderBy("createdAt", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
}
