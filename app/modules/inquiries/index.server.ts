/**
 * Inquiries: owns inquiries with their threads, the links by which guests come back, who is told, blocks and cases. A message
 * is never changed; a guest's inquiry reaches nobody before her mailbox is confirmed; a thread is read by its two sides, and
 * by staff only while they decide about a report of it.
 */
export { askChoices } from "./asking/ask-choices.server";
export { openAskPage } from "./asking/ask-page.server";
export { shownAt } from "./asking/form-age.server";
export { findSampleListing, orderSample } from "./asking/order-sample.server";
export { postAsk, type AskAgain } from "./asking/post-ask.server";
export { sourceOf } from "./asking/source-of";
export { sampleInput } from "./asking/schema.server";
export { submitInquiry, type Ask } from "./asking/submit-inquiry.server";
export { askRefusalText, linkRefusalText, writeRefusalText } from "./refusals.server";
export { findLink, keepAccesses, openLink, renewLink, revokeLinks } from "./guests/links.server";
export { namedInquiries } from "./named-subjects.server";
export { inquiryJobs } from "./jobs.server";
export { assignInquiry, closeAsBuyer, stepAsSeller } from "./thread/deeds.server";
export { blockBuyer, unblockBuyer } from "./blocks/block-buyer.server";
export { listBlocked } from "./blocks/list-blocked.server";
export { answerReportAsBuyer, answerReportAsSeller } from "./cases/answer-report.server";
export { erasePersonalData } from "./personal-data/erase-personal-data.server";
export { listPersonalData } from "./personal-data/list-personal-data.server";
export { caseView } from "./cases/case-view.server";
export { decideInquiryCase } from "./cases/decide-case.server";
export { findBuyersCases, findInquiryCase, findSellersCases, inquiryDeskRooms } from "./cases/queries.server";
export { reportAsBuyer, reportAsSeller } from "./cases/report-inquiry.server";
export { openCaseInReview, readFileAsStaff } from "./cases/review-case.server";
export {
  answerInquiryReportRefusalText,
  decideInquiryCaseInput,
  inquiryCaseRefusalText,
  reportInquiryInput,
  reportInquiryRefusalText,
} from "./cases/schema.server";
export { factView } from "./thread/fact-text.server";
export { listUnanswered } from "./cases/reports-against.server";
export { findWaiting } from "./inbox/waiting.server";
export { listBuyersInquiries, listSellersInquiries } from "./inbox/list-inquiries.server";
export { inboxQuestionOf } from "./inbox/question";
export { listTeamNames } from "./inbox/team-names.server";
export { assignInput, deedInput, inquiryDeedOf, unblockInput } from "./thread/schema.server";
export { removeAnswer, saveAnswer } from "./answers/commands.server";
export { findSavedAnswer, listSavedAnswers } from "./answers/queries.server";
export { answerInput, answerRefusalText } from "./answers/schema.server";
export { rowView } from "./inbox/row-view.server";
export { threadView } from "./thread/thread-view.server";
export { postAsBuyer, postAsSeller } from "./thread/post-message.server";
export { listOfferedFacts } from "./thread/facts.server";
export { readFileAsBuyer, readFileAsSeller } from "./thread/read-file.server";
export {
  findBuyersNews,
  findBuyersThread,
  findSellersNews,
  findSellersThread,
  type ThreadNews,
} from "./thread/read-thread.server";
export { writeAsBuyer, writeAsSeller } from "./thread/write-message.server";
export { translateMessage, translates } from "./translation.server";
