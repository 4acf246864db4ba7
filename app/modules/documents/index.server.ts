/**
 * Documents: owns numbers, trade documents and their files. Numbers of a seller, kind and year have no gap and never change
 * hands; what was issued is never changed, only replaced by another; its PDF is the same bytes for ever. It knows neither
 * orders nor quotes: the calling room names what a document is made of, and hands over what it says.
 */
export { issueDocument, whatIsMissing, type NewDocument } from "./issue.server";
export { documentJobs } from "./jobs.server";
export { erasePersonalData, listPersonalData } from "./personal-data.server";
export {
  DOCUMENTS_PAGE_SIZE,
  listDocuments,
  listGrossWeights,
  readDocument,
  type OpenedDocument,
} from "./queries.server";
export { documentRefusalText, missingText, notIssuedText, whoFills } from "./refusals.server";
export { findSpecimens, makeSpecimen, type FilledIn, type ShopLack } from "./specimen/specimen.server";
export { documentName } from "./sheets/words";
