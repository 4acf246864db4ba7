import type { NoticePreferences } from "~/modules/accounts";
import { findPerson, listNoticePreferences } from "~/modules/accounts/index.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { sendMail, sendSms } from "~/platform/mail/outgoing.server";
import { linkUrl } from "../guests/letters.server";
import { drawInquiryLink } from "../guests/links.server";
import { LINK_DAYS } from "../rules";
import { guestLetter, personLetter, personText } from "./letters.server";
import { listNews, type SomeNews } from "./news.server";
import { enqueueTelling, listLastTold, lockRecipient, noticeFor, type Recipient } from "./recipient.server";
import { tellOfMessage } from "./tell.server";
import { whenDue } from "./when-due";

/** How somebody with an account is told: each way that she wants, of those that lead to her. */
type Reached = Pick<NoticePreferences, "quiet"> & { email: string | undefined; phone: string | undefined };

/**
 * Tells somebody of what waits for her: of one message by itself, of several together; of what she has read meanwhile not at
 * all. The clock decides whether it is time: a job that runs too early, or so late that it is night, comes back.
 */
export async function sendNotices(db: Db, recipient: Recipient, now = clock()): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockRecipient(trx, recipient);
    const reached = recipient.userId === null ? undefined : await findReached(trx, recipient.userId);
    const dueAt = whenDue({ quiet: reached?.quiet }, (await listLastTold(trx, [recipient])).get(recipient.userId), now);
    if (dueAt > now) return await postpone(trx, recipient, dueAt);

    const { news, lapsed } = await listNews(trx, recipient);
    const hasWay = recipient.userId === null || reached?.email !== undefined || reached?.phone !== undefined;
    await forget(trx, hasWay ? lapsed : [...lapsed, ...news]);
    // Who has left the team is told nothing; those who are in it have to know.
    for (const { inquiryId, messageId } of lapsed.filter(({ why }) => why === "left-team")) {
      await tellOfMessage(trx, { inquiryId, messageId, to: "seller" }, now);
    }
    const [first, ...more] = news;
    if (!hasWay || !first) return;
    if (reached && recipient.userId !== null) await tellPerson(trx, recipient.userId, reached, [first, ...more]);
    else await tellGuest(trx, [first, ...more], now);
    await trx.updateTable("inquiryNotices").set({ toldAt: now }).where("id", "in", idsOf(news)).execute();
    // More than goes into one letter waits for the next.
    await enqueueTelling(trx, [recipient]);
  });
}

const idsOf = (notices: readonly { noticeId: string }[]) => notices.map(({ noticeId }) => noticeId);

async function findReached(trx: Trx, userId: string): Promise<Reached | undefined> {
  const noticed = (await listNoticePreferences(trx, [userId])).get(userId);
  if (!noticed) return undefined;
  const { quiet, byMail, bySms, email, phone } = noticed;
  return { quiet, email: byMail ? email : undefined, phone: bySms ? phone : undefined };
}

async function postpone(trx: Trx, recipient: Recipient, dueAt: Date): Promise<void> {
  await trx
    .updateTable("inquiryNotices")
    .set({ dueAt })
    .where(noticeFor(recipient))
    .where("toldAt", "is", null)
    .execute();
  await enqueueTelling(trx, [recipient]);
}

/** What nobody is told of is not kept as if it had been told: the next news need not wait for it. */
async function forget(trx: Trx, notices: readonly { noticeId: string }[]): Promise<void> {
  if (notices.length === 0) return;
  await trx.deleteFrom("inquiryNotices").where("id", "in", idsOf(notices)).execute();
}

const kindOf = (news: SomeNews) => (news.length === 1 ? "inquiry-message" : "inquiry-digest");

async function tellPerson(trx: Trx, userId: string, { email, phone }: Reached, news: SomeNews): Promise<void> {
  // A buyer who has chosen no language is spoken to as she asked.
  const spoken = news.find(({ to }) => to === "buyer")?.locale ?? "az";
  const person = await runWithLocale(spoken, () => findPerson(trx, userId));
  if (!person) return;
  const about = { kind: kindOf(news), locale: person.locale, userId };
  await runWithLocale(person.locale, async () => {
    if (email !== undefined) await sendMail(trx, { ...about, to: email, letter: personLetter(person, news) });
    if (phone !== undefined) await sendSms(trx, { ...about, to: phone, text: personText(person.locale, news) });
  });
}

/** A guest has a mailbox only; each letter brings a link that opens by itself, since the one before may be used up. */
async function tellGuest(trx: Trx, news: SomeNews, now: Date): Promise<void> {
  const [{ inquiryId, locale, buyer }] = news;
  if (buyer.email === undefined) return;
  const url = linkUrl(await drawInquiryLink(trx, { inquiryId, days: LINK_DAYS }, now), locale);
  const letter = runWithLocale(locale, () => guestLetter({ name: buyer.name, locale }, news, url));
  await sendMail(trx, { kind: kindOf(news), to: buyer.email, locale, letter });
}
