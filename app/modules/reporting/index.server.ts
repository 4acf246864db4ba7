/**
 * Reporting: owns how often listings were looked at, and no other facts. It brings together what every room knows: a
 * person's copy of her data and her erasure from all of them, a seller's overview, and what the audit log speaks of.
 */
export { openAuditLog } from "./audit-log.server";
export { closeAccount } from "./close-account.server";
export { deskRooms } from "./desk-rooms.server";
export { forgetVisitors, recordView } from "./listing-views.server";
export {
  findListingMonth,
  listListingNumbers,
  listSellerMonth,
  makeNumbersFile,
  NUMBERS_PAGE_SIZE,
} from "./month.server";
export { makePersonalDataFile } from "./personal-data.server";
export { listTasksOfSeller } from "./tasks.server";
