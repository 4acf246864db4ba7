import { m } from "~/paraglide/messages.js";
import type { Locale } from "~/platform/i18n/locales";

/** Why the Federation takes a shop from the public; words always stand beside it. */
export const SUSPENSION_REASONS = [
  "documents",
  "copied_design",
  "wrong_origin",
  "conduct",
  "request",
  "other",
] as const;
export type SuspensionReason = (typeof SUSPENSION_REASONS)[number];

/** In the reader's language, or in that of a letter. */
export const SUSPENSION_REASON_TEXTS: Readonly<
  Record<SuspensionReason, (inputs?: Record<string, never>, options?: { locale?: Locale }) => string>
> = {
  documents: m["reviews.suspend.reason.documents"],
  copied_design: m["reviews.suspend.reason.copiedDesign"],
  wrong_origin: m["reviews.suspend.reason.wrongOrigin"],
  conduct: m["reviews.suspend.reason.conduct"],
  request: m["reviews.suspend.reason.request"],
  other: m["reviews.suspend.reason.other"],
};

export type SuspendRefusal = "shop-missing" | "not-approved" | "already-suspended";
export type ReinstateRefusal = "shop-missing" | "not-suspended";
