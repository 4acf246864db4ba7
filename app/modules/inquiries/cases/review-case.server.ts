import type { ReviewItem } from "~/modules/reviews";
import { findReview } from "~/modules/reviews/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FileStore } from "~/platform/files/port";
import { readPaper, type OpenedPaper } from "~/platform/private-files/private-files.server";
import { refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { inquiryOwner } from "../message-files.server";
import { findThreadForStaff, type ThreadPage } from "../thread/read-thread.server";
import type { Thread } from "../types";
import { findInquiryCase } from "./queries.server";
import { INQUIRY_REPORT_QUEUE, type InquiryCase } from "./types";

export type CaseInReview = {
  item: ReviewItem;
  isMine: boolean;
  report: InquiryCase;
  reference: string;
  sellerId: string;
  sellerName: string;
  /** Only for who holds the item: two people's letters are read by whoever decides about them. */
  thread: Thread | undefined;
};

/** What staff see of a case that waits. Reading the thread is written down. */
export async function openCaseInReview(
  db: Db,
  staff: StaffActor,
  itemId: string,
  page: ThreadPage,
  now = clock(),
): Promise<CaseInReview | undefined> {
  const found = await findCaseOfItem(db, staff, itemId, now);
  if (!found) return undefined;
  const { inquiryId, caseId } = found.report;
  if (!found.isMine) return { ...found, thread: undefined };
  await db.transaction().execute((trx) =>
    recordAudit(trx, {
      actor: { kind: "staff", id: staff.userId },
      action: "read-thread",
      subject: { kind: "inquiry", id: inquiryId },
      after: { case: caseId },
    }),
  );
  return { ...found, thread: await findThreadForStaff(db, inquiryId, page) };
}

/** Opens a file of the thread for who holds the case; whoever reads it is written down. */
export async function readFileAsStaff(
  db: Db,
  files: FileStore,
  staff: StaffActor,
  { itemId, fileId }: { itemId: string; fileId: string },
  now = clock(),
): Promise<Result<OpenedPaper, "paper-missing">> {
  const found = await findCaseOfItem(db, staff, itemId, now);
  if (!found?.isMine) return refused("paper-missing");
  const owner = inquiryOwner(found.report.inquiryId);
  return readPaper(db, files, { kind: "staff", id: staff.userId }, { paperId: fileId, owner });
}

async function findCaseOfItem(db: Db, staff: StaffActor, itemId: string, now: Date) {
  const item = await findReview(db, itemId, now);
  if (item?.queue !== INQUIRY_REPORT_QUEUE) return undefined;
  const report = await findInquiryCase(db, item.subjectId);
  if (!report) return undefined;
  const about = await db
    .selectFrom("inquiries")
    .innerJoin("sellerTexts", (join) =>
      join.onRef("sellerTexts.sellerId", "=", "inquiries.sellerId").on("sellerTexts.locale", "=", "az"),
    )
    .select(["inquiries.reference", "inquiries.sellerId", "sellerTexts.name as sellerName"])
    .where("inquiries.id", "=", report.inquiryId)
    .executeTakeFirstOrThrow();
  return { item, report, ...about, isMine: item.claim?.userId === staff.userId };
}
