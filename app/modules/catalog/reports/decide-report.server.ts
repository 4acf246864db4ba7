import { tellPeople, tellTeam } from "~/modules/accounts/index.server";
import type { DecisionRefusal } from "~/modules/reviews";
import { decideReview } from "~/modules/reviews/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { isLocale } from "~/platform/i18n/locales";
import { sendMail } from "~/platform/mail/outgoing.server";
import { done, refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { holdListing, takeOffListing } from "../working/take-off-listing.server";
import { decidedNews, guestLetter, type DecidedCase } from "./letters.server";
import { findCase } from "./queries.server";
import { isAnswerAwaited, type CaseRefusal, type ReportOutcome, type ReportRule } from "./types";

export type ReportDecision = {
  itemId: string;
  /** The state that was on the screen. */
  subjectVersion: number;
  outcome: ReportOutcome;
  /** Not for an outcome without consequences. */
  rule: ReportRule | undefined;
  /** What was found, for both sides. */
  facts: string;
  /** She knows that the seller has time left to answer. */
  isUnheard?: boolean | undefined;
};

const TAKES_OFF: Readonly<Partial<Record<ReportOutcome, "archived" | "changes_requested">>> = {
  taken_down: "archived",
  sent_back: "changes_requested",
};

type Decided = Result<null, DecisionRefusal | CaseRefusal>;

/**
 * Decides a case that the person holds. Its listing goes where the outcome says, and both sides get the same statement of
 * reasons: the facts, the rule, and where one may object.
 */
export function decideReport(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { itemId, subjectVersion, outcome, rule, facts, isUnheard = false }: ReportDecision,
  now = clock(),
): Promise<Decided> {
  return once(db, `staff ${staff.userId}`, formKey, async (trx): Promise<Decided> => {
    if (outcome !== "no_action" && rule === undefined) return refused("rule-missing");
    const found = await lockCaseOf(trx, itemId);
    if (!found) return refused("case-missing");
    if (outcome !== "no_action" && isAnswerAwaited(found, now) && !isUnheard) return refused("answer-awaited");
    const about = { listingId: found.listing.listingId, sellerId: found.sellerId };
    const to = TAKES_OFF[outcome];
    if (to) await holdListing(trx, about);
    const decision = outcome === "no_action" ? "rejected" : "approved";
    const decided = await decideReview(trx, staff, { itemId, subjectVersion, decision, note: facts }, now);
    if (!decided.ok) return decided;

    const kept = outcome === "no_action" ? undefined : rule;
    await trx
      .updateTable("reportCases")
      .set({ status: "decided", outcome, rule: kept ?? null, facts, decidedAt: now })
      .where("id", "=", found.caseId)
      .execute();
    if (to) await takeOffListing(trx, { ...about, to }, now);
    await recordAudit(trx, {
      actor: { kind: "staff", id: staff.userId },
      action: "decide-report",
      subject: { kind: "report", id: found.caseId },
      before: { status: "open", listing: found.listing.status },
      after: { status: "decided", outcome, rule: kept, facts, listing: await statusOf(trx, about.listingId) },
    });
    await tellBothSides(trx, { caseId: found.caseId, title: found.listing.title, outcome, rule: kept, facts });
    return done(null);
  });
}

async function statusOf(trx: Trx, listingId: string): Promise<string> {
  const row = await trx.selectFrom("listings").select("status").where("id", "=", listingId).executeTakeFirstOrThrow();
  return row.status;
}

/** The case before its item: reports and words come in this order, too, and two who wait for each other wait for ever. */
async function lockCaseOf(trx: Trx, itemId: string) {
  const row = await trx
    .selectFrom("reportCases")
    .innerJoin("reviewItems", "reviewItems.subjectId", "reportCases.id")
    .select("reportCases.id")
    .where("reviewItems.id", "=", itemId)
    .where("reportCases.status", "=", "open")
    .forUpdate("reportCases")
    .executeTakeFirst();
  return row && (await findCase(trx, row.id));
}

/** More have never reported one thing; the first are told. */
const MOST_TOLD = 500;

async function tellBothSides(trx: Trx, about: DecidedCase): Promise<void> {
  const { teamId } = await trx
    .selectFrom("reportCases")
    .innerJoin("sellers", "sellers.id", "reportCases.sellerId")
    .select("sellers.organisationId as teamId")
    .where("reportCases.id", "=", about.caseId)
    .executeTakeFirstOrThrow();
  if (teamId !== null) await tellTeam(trx, teamId, decidedNews(about, "seller"));
  const reporters = await trx
    .selectFrom("reports")
    .select(["userId", "email", "locale"])
    .where("caseId", "=", about.caseId)
    .where((eb) => eb.or([eb("userId", "is not", null), eb("email", "is not", null)]))
    .orderBy("reportedAt")
    .orderBy("id")
    .limit(MOST_TOLD)
    .execute();
  const people = reporters.flatMap(({ userId }) => userId ?? []);
  await tellPeople(trx, people, decidedNews(about, "reporter"));
  const guests = new Map(reporters.flatMap(({ email, locale }) => (email === null ? [] : [[email, locale] as const])));
  for (const [to, spoken] of guests) {
    const locale = isLocale(spoken) ? spoken : "az";
    await sendMail(trx, { kind: "report-decided", to, locale, letter: guestLetter(about, locale) });
  }
  await trx.updateTable("reports").set({ email: null }).where("caseId", "=", about.caseId).execute();
}
