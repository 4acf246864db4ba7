import { recordAudit, type AuditActor } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import type { Locale } from "~/platform/i18n/locales";
import { done, refused, type Result } from "~/platform/result";
import { recordedAs, type InquirerActor, type SellerActor } from "~/platform/session/actors.server";
import { whyBlocked } from "../contact-key.server";
import { listAttached, sendFiles } from "../message-files.server";
import { tellOfMessage } from "../notices/tell.server";
import { countRecentInquiries } from "../reply-time.server";
import { mayStep, STEPS } from "../rules";
import { enqueueTranslation } from "../translation.server";
import type { Fact, InquiryStatus, Side, WriteRefusal } from "../types";
import { factsFor } from "./facts.server";
import { inquirerKey, ownedBy, recordedAsBuyer } from "./keys.server";

/** Messages of one side in an hour: a conversation has fewer, a script has more. */
const MOST_IN_AN_HOUR = 60;

export type Written = { position: number };
type Writing = Promise<Result<Written, WriteRefusal>>;

export type BuyersWords = { inquiryId: string; body: string | undefined; locale: Locale };
export type SellersWords = BuyersWords & {
  /** What was pressed beside the words: `price:1`, `lead_time:2`, or a saved answer as `answer:<id>`. */
  pressed: readonly string[];
};

/** The buyer writes in her thread. */
export function writeAsBuyer(
  db: Db,
  inquirer: InquirerActor,
  formKey: FormKey,
  { inquiryId, body, locale }: BuyersWords,
  now = clock(),
): Writing {
  const { userId } = inquirer;
  return once(db, inquirerKey(inquirer), formKey, async (trx): Writing => {
    const found = await lockInquiry(trx, inquiryId).where(ownedBy(inquirer, now)).executeTakeFirst();
    if (!found) return refused("inquiry-missing");
    const asker = { userId: found.buyerUserId ?? userId, email: found.guestEmail ?? undefined };
    const blocked = await whyBlocked(trx, found.sellerId, asker);
    if (blocked) return refused(blocked);
    const actor = recordedAsBuyer(userId);
    return write(trx, { found, side: "buyer", actor, authorId: userId, formKey, body, locale, facts: [] }, now);
  });
}

/** A member of the shop answers. */
export function writeAsSeller(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { inquiryId, body, locale, pressed }: SellersWords,
  now = clock(),
): Writing {
  const { userId, sellerId } = seller;
  return once(db, `seller ${sellerId} ${userId}`, formKey, async (trx): Writing => {
    const found = await lockInquiry(trx, inquiryId)
      .where("sellerId", "=", sellerId)
      .where("status", "<>", "unconfirmed")
      .executeTakeFirst();
    if (!found) return refused("inquiry-missing");
    if (found.erasedAt !== null) return refused("buyer-gone");
    const facts = await factsFor(trx, { inquiryId, sellerId, destination: found.destination }, pressed, now);
    return write(
      trx,
      { found, side: "seller", actor: recordedAs(seller), authorId: userId, formKey, body, locale, facts },
      now,
    );
  });
}

function lockInquiry(trx: Trx, inquiryId: string) {
  return trx
    .selectFrom("inquiries")
    .select([
      "id",
      "sellerId",
      "status",
      "messageCount",
      "confirmedAt",
      "firstAnsweredAt",
      "waitsSince",
      "buyerUserId",
      "guestEmail",
      "destination",
      "erasedAt",
    ])
    .where("id", "=", inquiryId)
    .forUpdate();
}

type Found = {
  id: string;
  sellerId: string;
  status: string;
  messageCount: number;
  firstAnsweredAt: Date | null;
  waitsSince: Date | null;
};

type Words = {
  found: Found;
  side: Side;
  actor: AuditActor;
  authorId: string | undefined;
  formKey: FormKey;
  body: string | undefined;
  locale: Locale;
  facts: Fact[];
};

/** The inquiry is locked: messages get their places one after another, and whoever decides at the same moment waits. */
async function write(
  trx: Trx,
  { found, side, actor, authorId, formKey, body, locale, facts }: Words,
  now: Date,
): Writing {
  // The table's check allows no other.
  const status = found.status as InquiryStatus;
  if (!mayStep(`write-${side}`, status, side)) return refused("inquiry-over");
  const isSpam = status === "spam";
  const attached = await listAttached(trx, formKey);
  if (body === undefined && facts.length === 0 && attached.length === 0) return refused("nothing-said");
  if (await saidMuch(trx, found.id, side, now)) return refused("too-many-messages");

  const position = found.messageCount + 1;
  const { id: messageId } = await trx
    .insertInto("inquiryMessages")
    .values({
      inquiryId: found.id,
      position,
      side,
      authorId: authorId ?? null,
      body: body ?? null,
      locale: body === undefined ? null : locale,
      facts: JSON.stringify(facts),
      writtenAt: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await sendFiles(trx, formKey, { inquiryId: found.id, messageId });
  const isFirstAnswer = side === "seller" && found.firstAnsweredAt === null;
  await trx
    .updateTable("inquiries")
    .set({
      status: isSpam ? status : STEPS[`write-${side}`].to,
      messageCount: position,
      lastMessageAt: now,
      // What waited goes on waiting from its first word on.
      waitsSince: side === "seller" || isSpam ? null : (found.waitsSince ?? now),
      ...(isFirstAnswer ? { firstAnsweredAt: now } : {}),
      ...(side === "seller" ? { sellerRead: position, sellerReadAt: now } : { buyerRead: position, buyerReadAt: now }),
    })
    .where("id", "=", found.id)
    .execute();
  if (isFirstAnswer) await countRecentInquiries(trx, found.sellerId, now);
  await recordAudit(trx, {
    actor,
    action: "write-message",
    subject: { kind: "inquiry", id: found.id },
    after: { position, facts: facts.length, files: attached.length },
  });
  if (isSpam) return done({ position });
  await tellOfMessage(trx, { inquiryId: found.id, messageId, to: side === "seller" ? "buyer" : "seller" }, now);
  if (body !== undefined) await enqueueTranslation(trx, messageId);
  return done({ position });
}

async function saidMuch(trx: Trx, inquiryId: string, side: Side, now: Date): Promise<boolean> {
  const { count } = await trx
    .selectFrom("inquiryMessages")
    .select((eb) => eb.fn.countAll<bigint>().as("count"))
    .where("inquiryId", "=", inquiryId)
    .where("side", "=", side)
    .where("writtenAt", ">", new Date(now.getTime() - 3_600_000))
    .executeTakeFirstOrThrow();
  return count >= BigInt(MOST_IN_AN_HOUR);
}
