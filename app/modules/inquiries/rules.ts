import type { Asker, InquiryDeed, InquiryStatus, Side } from "./types";

type Step = { from: readonly InquiryStatus[]; to: InquiryStatus; by: readonly Asker[] };

/**
 * Every way from one state of an inquiry to another but the guest's confirmation, which opens it. A seller who writes to
 * what she had declined or closed takes it up again; a buyer may take up what was closed, not what was declined.
 */
export const STEPS: Readonly<Record<`write-${Side}` | InquiryDeed, Step>> = {
  // In what a shop took for spam she may write on, as if nothing had happened: it stays spam, and nobody is told.
  "write-buyer": { from: ["open", "answered", "closed", "spam"], to: "open", by: ["buyer"] },
  "write-seller": { from: ["open", "answered", "declined", "closed"], to: "answered", by: ["seller"] },
  decline: { from: ["open", "answered"], to: "declined", by: ["seller"] },
  close: { from: ["open", "answered"], to: "closed", by: ["buyer", "seller", "staff"] },
  "mark-spam": { from: ["open", "answered", "declined", "closed"], to: "spam", by: ["seller", "staff"] },
  // What was taken for spam waits to be answered like any other.
  "not-spam": { from: ["spam"], to: "open", by: ["seller", "staff"] },
};

/** Whether somebody may do this to an inquiry in that state. */
export function mayStep(step: keyof typeof STEPS, status: InquiryStatus, by: Asker): boolean {
  const { from, by: whom } = STEPS[step];
  return from.includes(status) && whom.includes(by);
}

/** What somebody sees: spam is between the shop and the Federation, to its buyer the thread looks as if it waited. */
export function statusFor(side: Side | undefined, status: InquiryStatus): InquiryStatus {
  return side === "buyer" && status === "spam" ? "open" : status;
}

/** Who asks for the first time, or has been answered, or acts under an account whose questions sellers answer. */
export type ContactTrust = "guest" | "new" | "known";

/**
 * New inquiries in 24 hours by who asks. Sellers abroad report floods from fresh accounts, while a buyer of a chain asks
 * twenty makers in an afternoon: what was answered before opens the gate.
 */
export const FIRST_CONTACTS: Readonly<Record<ContactTrust, number>> = { guest: 5, new: 15, known: 60 };

export function contactTrust({ isGuest, answered }: { isGuest: boolean; answered: number }): ContactTrust {
  if (isGuest) return "guest";
  return answered > 0 ? "known" : "new";
}

/** Nobody reads a form, and writes a message into it, in less: in milliseconds. */
export const FASTEST_FORM_MS = 2_500;

/** Days for which a guest may confirm, and for which a link of a letter opens her thread. */
export const CONFIRM_DAYS = 7;
export const LINK_DAYS = 60;
/** Days for which a browser that opened a link stays in. */
export const VISIT_DAYS = 30;

export const DAY_MS = 86_400_000;
