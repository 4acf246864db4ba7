import { recordAudit, type AuditActor } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, partKey, type FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import { recordedAs, type InquirerActor, type SellerActor } from "~/platform/session/actors.server";
import { tellOfMessage } from "../notices/tell.server";
import { countRecentInquiries } from "../reply-time.server";
import { mayStep, STEPS } from "../rules";
import type { Asker, AssignRefusal, DeedRefusal, InquiryDeed, InquiryStatus, MessageEvent } from "../types";
import { inquirerKey, ownedBy, recordedAsBuyer } from "./keys.server";
import { noteEvent } from "./system-message.server";

const DEEDS: Readonly<Record<InquiryDeed, { event: MessageEvent; action: string }>> = {
  decline: { event: "declined", action: "decline-inquiry" },
  close: { event: "closed", action: "close-inquiry" },
  "mark-spam": { event: "marked_spam", action: "mark-inquiry-as-spam" },
  "not-spam": { event: "not_spam", action: "take-inquiry-out-of-spam" },
};

type Done = Promise<Result<null, DeedRefusal>>;
type Doing = {
  inquiryId: string;
  deed: InquiryDeed;
  words: string | undefined;
  by: Asker;
  actor: AuditActor;
  authorId: string | undefined;
};

/** A seller's deed: declines with or without a word, closes, takes for spam or takes that back. */
export function stepAsSeller(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { inquiryId, deed, words }: { inquiryId: string; deed: InquiryDeed; words: string | undefined },
  now = clock(),
): Done {
  const { userId, sellerId } = seller;
  // Several buttons of one page bear its key: each of them is a deed of its own.
  return once(db, `seller ${sellerId} ${userId}`, partKey(formKey, `${deed} ${inquiryId}`), async (trx): Done => {
    const isHers = await trx
      .selectFrom("inquiries")
      .select("id")
      .where("id", "=", inquiryId)
      .where("sellerId", "=", sellerId)
      .where("status", "<>", "unconfirmed")
      .executeTakeFirst();
    if (!isHers) return refused("inquiry-missing");
    return step(trx, { inquiryId, deed, words, by: "seller", actor: recordedAs(seller), authorId: userId }, now);
  });
}

/** The buyer closes her thread: she has what she wanted, or does not want it any more. */
export function closeAsBuyer(
  db: Db,
  inquirer: InquirerActor,
  formKey: FormKey,
  inquiryId: string,
  now = clock(),
): Done {
  const { userId } = inquirer;
  return once(db, inquirerKey(inquirer), partKey(formKey, `close ${inquiryId}`), async (trx): Done => {
    const isHers = await trx
      .selectFrom("inquiries")
      .select("id")
      .where("id", "=", inquiryId)
      .where(ownedBy(inquirer, now))
      .executeTakeFirst();
    if (!isHers) return refused("inquiry-missing");
    const actor = recordedAsBuyer(userId);
    return step(trx, { inquiryId, deed: "close", words: undefined, by: "buyer", actor, authorId: userId }, now);
  });
}

/** Takes a step that the table of steps allows; the state is read under the row's lock. */
export async function step(trx: Trx, { inquiryId, deed, words, by, actor, authorId }: Doing, now: Date): Done {
  const found = await trx
    .selectFrom("inquiries")
    .select(["status", "sellerId", "erasedAt"])
    .where("id", "=", inquiryId)
    .forUpdate()
    .executeTakeFirst();
  if (!found) return refused("inquiry-missing");
  // The table's check allows no other.
  const status = found.status as InquiryStatus;
  // Of who has gone nothing is expected any more, so that nothing may wait or end.
  if (found.erasedAt !== null || !mayStep(deed, status, by)) return refused("not-now");
  const { to } = STEPS[deed];
  await trx
    .updateTable("inquiries")
    .set({ status: to, waitsSince: to === "open" ? now : null })
    .where("id", "=", inquiryId)
    .execute();
  const isInternal = deed === "mark-spam" || deed === "not-spam";
  const { messageId } = await noteEvent(trx, { inquiryId, event: DEEDS[deed].event, words, isInternal, authorId }, now);
  // The shop's row before the log, as all who take both.
  if (isInternal) await countRecentInquiries(trx, found.sellerId, now);
  else if (by === "seller") await tellOfMessage(trx, { inquiryId, messageId, to: "buyer" }, now);
  await recordAudit(trx, {
    actor,
    action: DEEDS[deed].action,
    subject: { kind: "inquiry", id: inquiryId },
    before: { status },
    after: { status: to, words },
  });
  return done(null);
}

/** Gives a thread to a member of the team, who alone is told of it from now on; to nobody, and all are told again. */
export function assignInquiry(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { inquiryId, to }: { inquiryId: string; to: string | undefined },
  now = clock(),
): Promise<Result<null, AssignRefusal>> {
  const { userId, sellerId } = seller;
  const key = partKey(formKey, `assign ${inquiryId} ${to ?? ""}`);
  return once(db, `seller ${sellerId} ${userId}`, key, async (trx): Promise<Result<null, AssignRefusal>> => {
    const found = await trx
      .selectFrom("inquiries")
      .innerJoin("sellers", "sellers.id", "inquiries.sellerId")
      .select(["inquiries.assignedTo", "sellers.organisationId"])
      .where("inquiries.id", "=", inquiryId)
      .where("inquiries.sellerId", "=", sellerId)
      .where("inquiries.status", "<>", "unconfirmed")
      .forUpdate("inquiries")
      .executeTakeFirst();
    if (!found) return refused("inquiry-missing");
    if ((found.assignedTo ?? undefined) === to) return done(null);
    if (to !== undefined && !(await holdMember(trx, found.organisationId, to))) return refused("no-member");
    await trx
      .updateTable("inquiries")
      .set({ assignedTo: to ?? null })
      .where("id", "=", inquiryId)
      .execute();
    const event = to === undefined ? ("unassigned" as const) : ("assigned" as const);
    await noteEvent(trx, { inquiryId, event, memberId: to, isInternal: true, authorId: userId }, now);
    await recordAudit(trx, {
      actor: recordedAs(seller),
      action: "assign-inquiry",
      subject: { kind: "inquiry", id: inquiryId },
      before: { to: found.assignedTo },
      after: { to },
    });
    return done(null);
  });
}

/** Holds the membership: who is put out of the team at the same moment does not get the thread. */
async function holdMember(trx: Trx, teamId: string | null, userId: string): Promise<boolean> {
  if (teamId === null) return false;
  const row = await trx
    .selectFrom("members")
    .select("id")
    .where("organisationId", "=", teamId)
    .where("userId", "=", userId)
    .forShare()
    .executeTakeFirst();
  return row !== undefined;
}
