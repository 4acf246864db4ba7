import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { isLocale } from "~/platform/i18n/locales";
import type { Translator } from "~/platform/translation/port";

/** Whether messages are translated at all; off when no service is named in the settings. */
export function translates(): boolean {
  return env.TRANSLATION_URL !== undefined;
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
    // Its writer may have gone while the service was asked: then nothing of it may come back.
    const isThere = await trx
      .selectFrom("inquiryMessages")
      .select("id")
      .where("id", "=", messageId)
      .where("body", "is not", null)
      .forShare()
      .executeTakeFirst();
    if (!isThere) return;
    await trx
      .insertInto("inquiryTranslations")
      .values({ messageId, locale: to, body, provider: translator.name, translatedAt: now })
      .onConflict((conflict) => conflict.columns(["messageId", "locale"]).doNothing())
      .execute();
  });
}
