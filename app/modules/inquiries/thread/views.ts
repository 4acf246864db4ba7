import type { InquiryKind, InquiryStatus, Side, Thread, ThreadMessage } from "../types";

export type FactView = { kind: string; about: string | undefined; text: string; lang: string | undefined };

export type MessageView = {
  messageId: string;
  position: number;
  side: ThreadMessage["side"];
  author: string;
  body: string | undefined;
  /** Of the body, where it is not the reader's. */
  lang: string | undefined;
  translation: { body: string; provider: string } | undefined;
  facts: FactView[];
  files: ThreadMessage["files"];
  event: string | undefined;
  eventWords: string | undefined;
  when: string;
  at: string;
};

export type ThreadLineView = {
  key: string;
  title: string;
  titleLang: string | undefined;
  /** Where it has a page at the moment. */
  slug: string | undefined;
  picture: { sha256: string } | undefined;
  variant: string | undefined;
  quantity: string;
  offer: string[];
};

export type ThreadView = {
  inquiryId: string;
  reference: string;
  kind: InquiryKind;
  status: InquiryStatus;
  seller: Thread["seller"];
  buyer: Omit<Thread["buyer"], "name"> & { name: string };
  isBlocked: boolean;
  openReports: Side[];
  assignedTo: string | undefined;
  terms: { label: string; value: string }[];
  lines: ThreadLineView[];
  messages: MessageView[];
  messageCount: number;
  /** Place up to which the other side has read. */
  otherRead: number;
  readNote: { position: number; text: string } | undefined;
  /** Place before which there are older messages. */
  earlier: number | undefined;
  started: string;
};

/** A thread in a list, in the reader's words. */
export type InquiryRowView = {
  inquiryId: string;
  reference: string;
  kind: InquiryKind;
  status: InquiryStatus;
  who: string;
  country: string;
  about: string;
  picture: { sha256: string } | undefined;
  words: string | undefined;
  when: string;
  waits: string | undefined;
  isUnread: boolean;
  assignedName: string | undefined;
};
