export { documentFieldSources, FILLED_BY, type FilledBy } from "./fields";
export { EXPORT_REASONS, HANDLINGS, PACKAGE_KINDS, type DocumentInput } from "./input";
export {
  DOCUMENT_KINDS,
  isDocumentKind,
  SECOND_LANGUAGES,
  type DocumentKind,
  type FormId,
  type SecondLanguage,
} from "./kinds";
export type { MissingField } from "./missing";
export { CN22_LIMIT, invoiceMinor, postalFormFor, type DataRefusal } from "./rules";
export type { DocumentRefusal, DocumentSubject, IssuedDocument, NotIssued } from "./types";
