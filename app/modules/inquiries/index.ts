export {
  BLOCKED_PAGE_SIZE,
  INBOX_PAGE_SIZE,
  INQUIRY_DEEDS,
  INQUIRY_KINDS,
  INQUIRY_SOURCES,
  INQUIRY_STATUSES,
  LARGEST_FILES_BYTES,
  LARGEST_MESSAGE_FORM_BYTES,
  LONGEST_MESSAGE,
  MOST_FILES,
  MOST_LINES,
  type Fact,
  type InquiryDeed,
  type InquiryKind,
  type InquiryRow,
  type InquirySource,
  type InquiryStatus,
  type MessageEvent,
  type Side,
  type Thread,
  type ThreadMessage,
} from "./types";
export type { AskedLineView, AskPage, AttachedView } from "./asking/views";
export type { FactView, InquiryRowView, MessageView, ThreadView } from "./thread/views";
export { mayStep, VISIT_DAYS } from "./rules";
export {
  INQUIRY_CASE_OUTCOME_TEXTS,
  INQUIRY_CASE_RULE_TEXTS,
  INQUIRY_CASE_RULES,
  INQUIRY_REPORT_QUEUE,
  INQUIRY_REPORT_REASON_TEXTS,
  INQUIRY_REPORT_REASONS,
  outcomesOf,
  type InquiryCaseView,
  type InquiryReportReason,
} from "./cases/types";
