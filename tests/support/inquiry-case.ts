import { INQUIRY_REPORT_QUEUE, type Side } from "~/modules/inquiries";
import {
  answerReportAsBuyer,
  answerReportAsSeller,
  decideInquiryCase,
  findInquiryCase,
  reportAsBuyer,
  reportAsSeller,
} from "~/modules/inquiries/index.server";
import type { InquiryDecision } from "~/modules/inquiries/cases/decide-case.server";
import { claimReview } from "~/modules/reviews/index.server";
import type { InquirerActor, SellerActor, StaffActor } from "~/platform/session/actors.server";
import { FACTORY_NOW, makeStaff } from "~db/factories";
import { testDb } from "./database";
import { newKey } from "./form-key";
import { makeGuestInquiry, makeInquiry, openAsGuest } from "./inquiry";

export const WORDS = "Tək bir linkə baxmağımı istəyir.";
export const FACTS = "Üç məktubda da eyni link var.";

/** The two sides of a thread. */
export type Sides = { seller: SellerActor; inquirer: InquirerActor; inquiryId: string };

/** One side reports its thread. */
export function report({ seller, inquirer, inquiryId }: Sides, by: Side, key = newKey(), now = FACTORY_NOW) {
  const words = { inquiryId, reason: "fraud" as const, words: WORDS };
  return by === "buyer"
    ? reportAsBuyer(testDb, inquirer, key, words, now)
    : reportAsSeller(testDb, seller, key, words, now);
}

/** The other side of a report by `reportedBy` speaks. */
export function answer({ seller, inquirer, inquiryId }: Sides, reportedBy: Side, words: string, now = FACTORY_NOW) {
  return reportedBy === "buyer"
    ? answerReportAsSeller(testDb, seller, newKey(), { inquiryId, words }, now)
    : answerReportAsBuyer(testDb, inquirer, newKey(), { inquiryId, words }, now);
}

export async function caseOf(inquiryId: string, reportedBy: Side) {
  const { caseId, itemId } = await testDb
    .selectFrom("inquiryCases")
    .innerJoin("reviewItems", "reviewItems.subjectId", "inquiryCases.id")
    .select(["inquiryCases.id as caseId", "reviewItems.id as itemId"])
    .where("reviewItems.queue", "=", INQUIRY_REPORT_QUEUE)
    .where("inquiryCases.inquiryId", "=", inquiryId)
    .where("inquiryCases.reportedBy", "=", reportedBy)
    .orderBy("inquiryCases.openedAt", "desc")
    .orderBy("inquiryCases.status", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  return { caseId, itemId, reportedBy };
}

/** A thread of somebody with an account that one side has reported. */
export async function makeCase(reportedBy: Side = "buyer", now = FACTORY_NOW) {
  const asked = await makeInquiry({}, { now });
  await report(asked, reportedBy, newKey(), now);
  return { ...asked, ...(await caseOf(asked.inquiryId, reportedBy)) };
}

/** A guest's thread that one side has reported. */
export async function makeGuestCase(reportedBy: Side = "seller") {
  const asked = await makeGuestInquiry();
  const sides = { ...asked, inquirer: await openAsGuest(asked.token) };
  await report(sides, reportedBy);
  return { ...sides, ...(await caseOf(asked.inquiryId, reportedBy)) };
}

export async function makeReviewer(itemId: string, now = FACTORY_NOW): Promise<StaffActor> {
  const staff = await makeStaff(testDb, "reviewer");
  const claimed = await claimReview(testDb, staff, itemId, now);
  if (!claimed.ok) throw new Error(`the item was not claimed: ${claimed.refusal}`);
  return staff;
}

type Changes = Partial<InquiryDecision> & { staff?: StaffActor; now?: Date; key?: ReturnType<typeof newKey> };

/** Decides a case as it stands, by a reviewer who takes it for that unless one is named. */
export async function decide(
  { itemId, caseId }: { itemId: string; caseId: string },
  { staff, now = FACTORY_NOW, key = newKey(), ...changes }: Changes = {},
) {
  const decision: InquiryDecision = {
    itemId,
    subjectVersion: (await findInquiryCase(testDb, caseId))?.version ?? 0,
    outcome: "warned",
    rule: changes.outcome === "no_action" ? undefined : "no_fraud",
    facts: FACTS,
    isUnheard: true,
    ...changes,
  };
  return decideInquiryCase(testDb, staff ?? (await makeReviewer(itemId, now)), key, decision, now);
}

export const emailOf = async (userId: string) =>
  (await testDb.selectFrom("users").select("email").where("id", "=", userId).executeTakeFirstOrThrow()).email;
