import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { isLocale } from "~/platform/i18n/locales";
import { enqueue } from "~/platform/jobs/enqueue.server";
import type { Translator } from "~/platform/translation/port";

/** Whether messages are translated at all; off when no service is named in the settings. */
export function translates(): boolean {
  return env.TRANSLATION_URL !== undefined;
}

/** Has a message translated once the transaction that writes it has ended. */
export async function enqueueTranslation(trx: Trx, messageId: string): Promise<void> {
  if (!translates()) return;
  await enqueue(trx, "translate-message", { messageId }, { jobKey: `translate-message:${messageId}` });
}

/**
 * Adds to a message what a machine makes of it in the language of its reader. The original stays what it is; a message in
 * the reader's own language is left alone, and so is one that was erased meanwhile.
 */
export async function translateMessage(
  db: Db,
  translator: Translator,
  messageId: string,
  now = clock(),
): Promise<void> {
  const message = await db
    .selectFrom("inquiryMessages")
    .innerJoin("inquiries", "inquiries.id", "inquiryMessages.inquiryId")
    .select([
      "inquiryMessages.body",
      "inquiryMessages.locale",
      "inquiryMessages.side",
      "inquiries.locale as buyersLocale",
    ])
    .where("inquiryMessages.id", "=", messageId)
    .executeTakeFirst();
  if (!message || message.body === null || !isLocale(message.locale ?? undefined)) return;
  // A seller works in Azerbaijani; the language of a buyer is that in which she asked.
  const to = message.side === "buyer" ? "az" : message.buyersLocale;
  if (to === message.locale || !isLocale(to)) return;
  const from = message.locale;
  if (from === null || !isLocale(from)) return;
  const body = await translator.translate({ text: message.body, from, to });
  if (body === undefined || body.trim() === "") return;
  await db.transaction().execute(async (trx) => {
    // The service takes seconds: whoever erases the message meanwhile goes first, and nothing is kept of it.
    const kept = await trx
      .selectFrom("inquiryMessages")
      .select("id")
      .where("id", "=", messageId)
      .where("erasedAt", "is", null)
      .forShare()
      .executeTakeFirst();
    if (!kept) return;
    await trx
      .insertInto("inquiryTranslations")
      .values({ messageId, locale: to, body, provider: translator.name, translatedAt: now })
      .onConflict((conflict) => conflict.columns(["messageId", "locale"]).doNothing())
      .execute();
  });
}
