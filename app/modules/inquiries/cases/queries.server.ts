import type { LaterRooms } from "~/modules/catalog/index.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import type { InquirerActor } from "~/platform/session/actors.server";
import { ownedBy } from "../thread/keys.server";
import type { Side } from "../types";
import {
  INQUIRY_CASE_OUTCOME_TEXTS,
  INQUIRY_CASE_OUTCOMES,
  INQUIRY_CASE_RULE_TEXTS,
  INQUIRY_CASE_RULES,
  INQUIRY_REPORT_REASONS,
  MOST_CASE_STATEMENTS,
  type InquiryCase,
  type OwnCases,
} from "./types";

/** The reports of a thread as its buyer sees them; another's thread is missing. */
export async function findBuyersCases(
  db: Db,
  inquirer: InquirerActor,
  inquiryId: string,
  now = clock(),
): Promise<OwnCases | undefined> {
  const row = await db
    .selectFrom("inquiries")
    .select("reference")
    .where("id", "=", inquiryId)
    .where("status", "<>", "unconfirmed")
    .where(ownedBy(inquirer, now))
    .executeTakeFirst();
  return row && casesOf(db, inquiryId, "buyer", row.reference);
}

/** The same for the shop; another shop's thread is missing. */
export async function findSellersCases(
  db: Db,
  { sellerId, inquiryId }: { sellerId: string; inquiryId: string },
): Promise<OwnCases | undefined> {
  const row = await db
    .selectFrom("inquiries")
    .select("reference")
    .where("id", "=", inquiryId)
    .where("sellerId", "=", sellerId)
    .where("status", "<>", "unconfirmed")
    .executeTakeFirst();
  return row && casesOf(db, inquiryId, "seller", row.reference);
}

async function casesOf(db: Db, inquiryId: string, side: Side, reference: string): Promise<OwnCases> {
  const [mine, against] = await Promise.all([
    findLatest(db, inquiryId, side),
    findLatest(db, inquiryId, side === "buyer" ? "seller" : "buyer"),
  ]);
  return { reference, mine, against };
}

async function findLatest(db: Db, inquiryId: string, reportedBy: Side): Promise<InquiryCase | undefined> {
  const row = await selectCases(db)
    .where("inquiryId", "=", inquiryId)
    .where("reportedBy", "=", reportedBy)
    .orderBy("openedAt", "desc")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row && caseOf(db, row);
}

/** @returns a case with both sides' words, for staff */
export async function findInquiryCase(db: Db | Trx, caseId: string): Promise<InquiryCase | undefined> {
  const row = await selectCases(db).where("id", "=", caseId).executeTakeFirst();
  return row && caseOf(db, row);
}

function selectCases(db: Db | Trx) {
  return db
    .selectFrom("inquiryCases")
    .select([
      "id",
      "inquiryId",
      "reportedBy",
      "reason",
      "words",
      "version",
      "openedAt",
      "answerBy",
      "outcome",
      "rule",
      "facts",
      "decidedAt",
    ]);
}

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof selectCases>["executeTakeFirst"]>>>;

async function caseOf(db: Db | Trx, { id, outcome, rule, facts, decidedAt, ...row }: Row): Promise<InquiryCase> {
  const statements = await db
    .selectFrom("inquiryStatements")
    .select(["words", "saidAt"])
    .where("caseId", "=", id)
    .orderBy("saidAt")
    .orderBy("id")
    .limit(MOST_CASE_STATEMENTS)
    .execute();
  const said = INQUIRY_CASE_OUTCOMES.find((own) => own === outcome);
  return {
    caseId: id,
    inquiryId: row.inquiryId,
    // The table's checks allow no others.
    reportedBy: row.reportedBy === "seller" ? "seller" : "buyer",
    reason: INQUIRY_REPORT_REASONS.find((own) => own === row.reason) ?? "other",
    words: row.words ?? undefined,
    version: row.version,
    openedAt: row.openedAt,
    answerBy: row.answerBy,
    statements,
    decision:
      said && decidedAt
        ? { outcome: said, rule: INQUIRY_CASE_RULES.find((own) => own === rule), facts: facts ?? "", decidedAt }
        : undefined,
  };
}

/** What cases are about: the thread by its number, and the shop. */
async function nameCases(db: Db, caseIds: readonly string[]): Promise<Map<string, { name: string; detail: string }>> {
  if (caseIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("inquiryCases")
    .innerJoin("inquiries", "inquiries.id", "inquiryCases.inquiryId")
    .innerJoin("sellerTexts", (join) =>
      join.onRef("sellerTexts.sellerId", "=", "inquiries.sellerId").on("sellerTexts.locale", "=", "az"),
    )
    .select(["inquiryCases.id", "inquiries.reference", "sellerTexts.name"])
    .where("inquiryCases.id", "in", [...caseIds])
    .execute();
  return new Map(rows.map(({ id, reference, name }) => [id, { name: reference, detail: name }]));
}

async function sayDecision(db: Db, caseId: string): Promise<{ outcome: string; rule: string | undefined } | undefined> {
  const decision = (await findInquiryCase(db, caseId))?.decision;
  if (!decision) return undefined;
  const { outcome, rule } = decision;
  return { outcome: INQUIRY_CASE_OUTCOME_TEXTS[outcome](), rule: rule && INQUIRY_CASE_RULE_TEXTS[rule]() };
}

/** What the desk says of what waits in the queue of this room. */
export const inquiryDeskRooms: Pick<LaterRooms, "inquiry_reports"> = {
  inquiry_reports: { nameSubjects: nameCases, sayDecision },
};
