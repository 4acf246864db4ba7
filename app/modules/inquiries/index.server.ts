/**
 * Inquiries: owns inquiries with their threads, the links by which guests come back, who is told, blocks and cases. A message
 * is never changed; a guest's inquiry reaches nobody before her mailbox is confirmed; a thread is read by its two sides, and
 * by staff only while they decide about a report of it.
 */
export { isTooFast, shownAt } from "./asking/form-age.server";
export { askInput, sampleInput, type AskForm } from "./asking/schema.server";
export { submitInquiry, type Ask } from "./asking/submit-inquiry.server";
export { findLink, keepAccesses, openLink, renewLink, revokeLinks } from "./guests/links.server";
export { inquiryJobs } from "./jobs.server";
export { attachFiles, listAttached } from "./message-files.server";
export { assignInquiry, closeAsBuyer, stepAsSeller } from "./thread/deeds.server";
export { factView, type FactView } from "./thread/fact-text.server";
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
