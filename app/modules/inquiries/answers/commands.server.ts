import { sql } from "kysely";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import { breaksConstraint } from "~/platform/db/constraint";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { LOCALES, type Locale } from "~/platform/i18n/locales";
import { done, refused, type Result } from "~/platform/result";
import { recordedAs, type SellerActor } from "~/platform/session/actors.server";
import { MOST_ANSWERS, type AnswerRefusal } from "./types";

export type AnswerForm = {
  version: number;
  title: string;
  az: string;
  en?: string | undefined;
  ru?: string | undefined;
};

type Saved = Promise<Result<{ answerId: string }, AnswerRefusal>>;

/**
 * Saves an answer that the shop gives often, with what it is in other languages.
 *
 * @param answerId of one that is there; undefined for a new one
 */
export function saveAnswer(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { answerId, form }: { answerId: string | undefined; form: AnswerForm },
  now = clock(),
): Saved {
  const { userId, sellerId } = seller;
  return once(db, `seller ${sellerId} ${userId}`, formKey, async (trx): Saved => {
    // One after another: two windows do not pass the limit together.
    await trx.selectFrom("sellers").select("id").where("id", "=", sellerId).forNoKeyUpdate().execute();
    const kept = await keep(trx, { sellerId, answerId, form }, now);
    if (!kept.ok) return kept;
    await writeTexts(trx, kept.value.answerId, form);
    await recordAudit(trx, {
      actor: recordedAs(seller),
      action: "save-answer",
      subject: { kind: "seller", id: sellerId },
      after: { answer: form.title },
    });
    return kept;
  });
}

type Keeping = { sellerId: string; answerId: string | undefined; form: AnswerForm };

/** The unique key says whose a title is. */
async function keep(trx: Trx, keeping: Keeping, now: Date): Saved {
  await sql`savepoint answer`.execute(trx);
  try {
    return await (keeping.answerId === undefined
      ? begin(trx, keeping, now)
      : change(trx, { ...keeping, answerId: keeping.answerId }, now));
  } catch (error) {
    if (!breaksConstraint(error, "saved_answers_seller_id_title_key")) throw error;
    await sql`rollback to savepoint answer`.execute(trx);
    return refused("title-taken");
  }
}

async function begin(trx: Trx, { sellerId, form: { title } }: Keeping, now: Date): Saved {
  const { count } = await trx
    .selectFrom("savedAnswers")
    .select((eb) => eb.fn.countAll<bigint>().as("count"))
    .where("sellerId", "=", sellerId)
    .executeTakeFirstOrThrow();
  if (count >= BigInt(MOST_ANSWERS)) return refused("too-many-answers");
  const { id } = await trx
    .insertInto("savedAnswers")
    .values({ sellerId, title, createdAt: now, updatedAt: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  return done({ answerId: id });
}

async function change(
  trx: Trx,
  { sellerId, answerId, form: { title, version } }: Keeping & { answerId: string },
  now: Date,
): Saved {
  const changed = await trx
    .updateTable("savedAnswers")
    .set({ title, version: version + 1, updatedAt: now })
    .where("id", "=", answerId)
    .where("sellerId", "=", sellerId)
    .where("version", "=", version)
    .returning("id")
    .executeTakeFirst();
  if (changed) return done({ answerId });
  const isThere = await trx
    .selectFrom("savedAnswers")
    .select("id")
    .where("id", "=", answerId)
    .where("sellerId", "=", sellerId)
    .executeTakeFirst();
  return refused(isThere ? "changed-elsewhere" : "answer-missing");
}

async function writeTexts(trx: Trx, answerId: string, form: AnswerForm): Promise<void> {
  await trx.deleteFrom("savedAnswerTexts").where("answerId", "=", answerId).execute();
  const texts = LOCALES.flatMap((locale: Locale) => {
    const body = form[locale];
    return body ? [{ answerId, locale, body }] : [];
  });
  await trx.insertInto("savedAnswerTexts").values(texts).execute();
}

/** What was sent with it stays as it was sent. */
export async function removeAnswer(db: Db, seller: SellerActor, answerId: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const gone = await trx
      .deleteFrom("savedAnswers")
      .where("id", "=", answerId)
      .where("sellerId", "=", seller.sellerId)
      .returning("title")
      .executeTakeFirst();
    if (!gone) return;
    await recordAudit(trx, {
      actor: recordedAs(seller),
      action: "remove-answer",
      subject: { kind: "seller", id: seller.sellerId },
      before: { answer: gone.title },
    });
  });
}
