import type { MissingField } from "./missing";
import type { DocumentKind, SecondLanguage } from "./kinds";
import type { DataRefusal } from "./rules";

/** What a document is made of, in the words of the room that asks for it: `{ kind: "order", id: … }`. */
export type DocumentSubject = { kind: string; id: string };

export type DocumentRefusal = DataRefusal | "replaced-missing";

/** Why no document was made; which fields are missing, or what the goods weigh net, is said with it. */
export type NotIssued =
  | { ok: false; refusal: "fields-missing"; missing: MissingField[] }
  | { ok: false; refusal: "net-over-gross"; netGrams: number }
  | { ok: false; refusal: Exclude<DocumentRefusal, "net-over-gross"> };

/** A document as lists show it. */
export type IssuedDocument = {
  documentId: string;
  kind: DocumentKind;
  /** The number as it is printed: `CI-2026-0007`. */
  reference: string;
  madeOf: DocumentSubject;
  /** 1 for the first of its subject and kind; each correction one more. */
  revision: number;
  replaces: string | undefined;
  secondLanguage: SecondLanguage;
  /** Calendar day in Baku. */
  issuedOn: string;
  issuedAt: Date;
};
