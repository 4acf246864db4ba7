import { findPerson } from "~/modules/accounts/index.server";
import { isAnswerAwaited } from "~/modules/catalog";
import type { DecisionRefusal } from "~/modules/reviews";
import { decideReview } from "~/modules/reviews/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { blockedAs, contactOf, type AskedBy, type Contact } from "../contact-key.server";
import { countRecentInquiries, holdFigures } from "../reply-time.server";
import { noteEvent } from "../thread/system-message.server";
import { tellOfDecision } from "./letters.server";
import { findInquiryCase } from "./queries.server";
import { outcomesOf, type CaseRefusal, type InquiryCaseOutcome, type InquiryCaseRule } from "./types";

export type InquiryDecision = {
  itemId: string;
  /** The state that was on the screen. */
  subjectVersion: number;
  outcome: InquiryCaseOutcome;
  /** Not for an outcome without consequences. */
  rule: InquiryCaseRule | undefined;
  /** What was found, for both sides. */
  facts: string;
  /** She knows that the other side has time left to answer. */
  isUnheard: boolean;
};

type Decided = Result<null, DecisionRefusal | CaseRefusal>;

/**
 * Decides a case that the person holds. The thread is stopped or the buyer blocked when the outcome says so, and both sides
 * get the same statement of reasons.
 */
export function decideInquiryCase(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { itemId, subjectVersion, outcome, rule, facts, isUnheard }: InquiryDecision,
  now = clock(),
): Promise<Decided> {
  return once(db, `staff ${staff.userId}`, formKey, async (trx): Promise<Decided> => {
    if (outcome !== "no_action" && rule === undefined) return refused("rule-missing");
    const found = await lockCaseOf(trx, itemId);
    if (!found) return refused("case-missing");
    const { caseId, inquiry } = found;
    if (!outcomesOf(found.reportedBy).includes(outcome)) return refused("not-offered");
    if (outcome !== "no_action" && !isUnheard && (await isAwaited(trx, caseId, now))) return refused("answer-awaited");
    if (outcome === "stopped") await holdFigures(trx, inquiry.sellerId);
    const decision = outcome === "no_action" ? "rejected" : "approved";
    const decided = await decideReview(trx, staff, { itemId, subjectVersion, decision, note: facts }, now);
    if (!decided.ok) return decided;

    const kept = outcome === "no_action" ? undefined : rule;
    await trx
      .updateTable("inquiryCases")
      .set({ status: "decided", outcome, rule: kept ?? null, facts, decidedAt: now })
      .where("id", "=", caseId)
      .execute();
    if (outcome === "stopped") await stopThread(trx, inquiry, now);
    if (outcome === "blocked") await blockEverywhere(trx, staff, inquiry, now);
    await recordAudit(trx, {
      actor: { kind: "staff", id: staff.userId },
      action: "decide-inquiry-report",
      subject: { kind: "inquiry", id: inquiry.id },
      before: { status: "open" },
      after: { status: "decided", case: caseId, caseOutcome: outcome, rule: kept, facts },
    });
    await tellOfDecision(trx, inquiry.id, { outcome, rule: kept, facts });
    return done(null);
  });
}

/** The thread before its case and the case before its item: reports and words come in this order, too. */
async function lockCaseOf(trx: Trx, itemId: string) {
  const about = await trx
    .selectFrom("inquiryCases")
    .innerJoin("reviewItems", "reviewItems.subjectId", "inquiryCases.id")
    .select(["inquiryCases.id as caseId", "inquiryCases.inquiryId"])
    .where("reviewItems.id", "=", itemId)
    .executeTakeFirst();
  if (!about) return undefined;
  const inquiry = await trx
    .selectFrom("inquiries")
    .select(["id", "sellerId", "status", "buyerUserId", "guestEmail"])
    .where("id", "=", about.inquiryId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const row = await trx
    .selectFrom("inquiryCases")
    .select("reportedBy")
    .where("id", "=", about.caseId)
    .where("status", "=", "open")
    .forUpdate()
    .executeTakeFirst();
  const reportedBy = row?.reportedBy === "seller" ? ("seller" as const) : ("buyer" as const);
  return row && { caseId: about.caseId, reportedBy, inquiry };
}

async function isAwaited(trx: Trx, caseId: string, now: Date): Promise<boolean> {
  const found = await findInquiryCase(trx, caseId);
  return found !== undefined && isAnswerAwaited(found, now);
}

type LockedInquiry = AskedBy & { id: string; sellerId: string; status: string };

/** Nothing leads out of that state: neither side writes there again. */
async function stopThread(trx: Trx, { id, sellerId, status }: LockedInquiry, now: Date): Promise<void> {
  if (status === "stopped") return;
  await trx.updateTable("inquiries").set({ status: "stopped", waitsSince: null }).where("id", "=", id).execute();
  await noteEvent(trx, { inquiryId: id, event: "stopped_by_staff", authorId: undefined }, now);
  // What was spam did not count.
  await countRecentInquiries(trx, sellerId, now);
}

/** No shop takes anything from her any more: of an account its mailbox goes, too, so that she does not come back as a guest. */
async function blockEverywhere(trx: Trx, staff: StaffActor, inquiry: LockedInquiry, now: Date): Promise<void> {
  const contact = contactOf(inquiry);
  if (!contact) return;
  const person = inquiry.buyerUserId === null ? undefined : await findPerson(trx, inquiry.buyerUserId);
  const contacts: Contact[] = person?.email === undefined ? [contact] : [contact, { email: person.email }];
  for (const one of contacts) {
    await trx
      .insertInto("contactBlocks")
      .values({
        sellerId: null,
        ...blockedAs(one),
        inquiryId: inquiry.id,
        blockedBy: staff.userId,
        blockedAt: now,
      })
      .onConflict((conflict) =>
        conflict.columns(["sellerId", "userId", "emailDigest"]).where("liftedAt", "is", null).doNothing(),
      )
      .execute();
  }
}
