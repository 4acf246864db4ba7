import type { Locale, LocaleTexts } from "~/platform/i18n/locales";

export const INQUIRY_KINDS = ["question", "sample"] as const;
export type InquiryKind = (typeof INQUIRY_KINDS)[number];

/** `quoted`, `accepted` and `expired` come with quotes. What the Federation has stopped stays so: nothing leads out of it. */
export const INQUIRY_STATUSES = ["unconfirmed", "open", "answered", "declined", "closed", "spam", "stopped"] as const;
export type InquiryStatus = (typeof INQUIRY_STATUSES)[number];

/** From where a buyer came to ask, for the reports. */
export const INQUIRY_SOURCES = [
  "search",
  "category",
  "region",
  "craft",
  "collection",
  "home",
  "saved",
  "listing",
  "seller",
  "qr",
  "fair",
  "direct",
] as const;
export type InquirySource = (typeof INQUIRY_SOURCES)[number];

/** The two ends of a thread. */
export type Side = "buyer" | "seller";
export type Asker = Side | "staff";

/** What is done to a thread besides writing in it. */
export const INQUIRY_DEEDS = ["decline", "close", "mark-spam", "not-spam"] as const;
export type InquiryDeed = (typeof INQUIRY_DEEDS)[number];

export const MESSAGE_EVENTS = [
  "declined",
  "closed",
  "marked_spam",
  "not_spam",
  "assigned",
  "unassigned",
  "blocked",
  "unblocked",
  "stopped_by_staff",
] as const;
export type MessageEvent = (typeof MESSAGE_EVENTS)[number];

/** One listing that is asked about; a variant when the buyer chose one. */
export type AskedLine = { listingId: string; variantId: string | undefined; quantity: number };

type OfListing = { listingId: string; title: LocaleTexts<string> };

/**
 * What a seller says by pressing it instead of writing it: kept as figures and codes, so that each side reads it in its own
 * language. `amountMinor` is digits of minor units, days are calendar days in Baku, lengths millimetres, weights grams.
 */
export type Fact =
  | (OfListing & { kind: "price"; quantity: number; amountMinor: string; currency: string; unit: string })
  | (OfListing & { kind: "lead_time"; quantity: number; readyOn: string })
  | (OfListing & { kind: "size"; lengthMm?: number; widthMm?: number; heightMm?: number; weightGrams?: number })
  | (OfListing & {
      kind: "shipping";
      country: string;
      quantity: number;
      service: "post" | "courier" | "freight" | "pick_up" | "digital";
      daysMin: number;
      daysMax: number;
      amountMinor?: string;
      currency?: string;
      /** The carriage is in the price. */
      isIncluded?: true;
    })
  | { kind: "answer"; texts: LocaleTexts<string> };

export const MOST_LINES = 20;
export const MOST_FILES = 10;
/** All files of one message together, in bytes. */
export const LARGEST_FILES_BYTES = 20_000_000;
/** Largest form that carries them: what is too large by not much more than a scan is told so beside its field. */
export const LARGEST_MESSAGE_FORM_BYTES = 1.5 * LARGEST_FILES_BYTES;
export const LONGEST_MESSAGE = 5_000;
/** A page of a thread; older ones are asked for. */
export const THREAD_PAGE_SIZE = 50;
export const INBOX_PAGE_SIZE = 30;
export const BLOCKED_PAGE_SIZE = 50;

export type BlockedRefusal = "blocked" | "blocked-everywhere";
export type ContactRefusal = BlockedRefusal | "too-many-first-contacts" | "throttled";
export type AskRefusal =
  | ContactRefusal
  | "listing-missing"
  | "seller-missing"
  | "other-seller"
  | "own-shop"
  | "name-missing"
  | "email-missing";
export type WriteRefusal =
  "inquiry-missing" | "inquiry-over" | "nothing-said" | "too-many-messages" | "buyer-gone" | BlockedRefusal;
export type LinkRefusal = "link-missing" | "link-expired" | "link-revoked" | "throttled";
export type DeedRefusal = "inquiry-missing" | "not-now";
export type BlockRefusal = "inquiry-missing" | "nobody-there";
export type AssignRefusal = "inquiry-missing" | "no-member";

/** A message as both sides see it. */
export type ThreadMessage = {
  messageId: string;
  position: number;
  side: Side | "system";
  /** Undefined for a guest, and for who has gone. */
  authorName: string | undefined;
  body: string | undefined;
  locale: Locale | undefined;
  /** In the reader's language, made by a machine and marked so. */
  translation: { body: string; provider: string } | undefined;
  facts: Fact[];
  files: { fileId: string; name: string; contentType: string; byteCount: number }[];
  event: MessageEvent | undefined;
  eventWords: string | undefined;
  writtenAt: Date;
  isErased: boolean;
};

export type Thread = {
  inquiryId: string;
  reference: string;
  kind: InquiryKind;
  status: InquiryStatus;
  seller: { sellerId: string; slug: string; name: string; isPublic: boolean };
  buyer: {
    name: string | undefined;
    company: string | undefined;
    isGuest: boolean;
    /** She has closed her account: nobody reads what is written to her. */
    isGone: boolean;
    /** What the seller may go by: how many of her inquiries were answered so far, here and elsewhere. */
    answeredBefore: number;
  };
  locale: Locale;
  destination: string;
  neededBy: string | undefined;
  incoterm: string | undefined;
  target: { amountMinor: bigint; currency: string } | undefined;
  lines: (AskedLine & { version: number })[];
  createdAt: Date;
  messageCount: number;
  assignedTo: string | undefined;
  /** Whether the shop itself takes nothing more from her; it may take that back. */
  isBlocked: boolean;
  /** Sides whose report of the thread waits for the Federation. */
  openReports: Side[];
  /** How far each side has read, and when. */
  read: Readonly<Record<Side, { position: number; at: Date | undefined }>>;
  messages: ThreadMessage[];
  /** Older messages than those shown. */
  hasEarlier: boolean;
};

/** A thread in a list. */
export type InquiryRow = {
  inquiryId: string;
  reference: string;
  kind: InquiryKind;
  status: InquiryStatus;
  /** Who asks. */
  who: string | undefined;
  /** Who is asked, by language. */
  sellerNames: Partial<Record<string, string>>;
  company: string | undefined;
  destination: string;
  /** Of the first listing that is asked about, by language. */
  titles: Partial<Record<string, string>>;
  lineCount: number;
  quantity: number;
  picture: { sha256: string } | undefined;
  lastWords: string | undefined;
  lastMessageAt: Date;
  waitsSince: Date | undefined;
  isUnread: boolean;
  assignedTo: string | undefined;
  assignedName: string | undefined;
};
