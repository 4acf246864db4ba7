/** What a bank is told in words, by our names. */
export const EVIDENCE_TEXTS = [
  "productDescription",
  "shippingCarrier",
  "trackingNumber",
  "shippedOn",
  "refundPolicy",
  "refundRefusal",
  "words",
] as const;
export type EvidenceText = (typeof EVIDENCE_TEXTS)[number];

/** What it is shown. */
export const EVIDENCE_FILES = ["receipt", "shipping", "communication", "other"] as const;
export type EvidenceFile = (typeof EVIDENCE_FILES)[number];

export type EvidenceTexts = Partial<Record<EvidenceText, string>>;
/** Files that Stripe has already, by what they are. */
export type EvidenceFiles = Partial<Record<EvidenceFile, { fileId: string; name: string }>>;

/** Why a dispute is not answered. */
export const EVIDENCE_REFUSALS = [
  "dispute-missing",
  "dispute-closed",
  "already-sent",
  "too-late",
  "nothing-said",
] as const;
export type EvidenceRefusal = (typeof EVIDENCE_REFUSALS)[number];

export type DisputeStanding = {
  status: string;
  answerBy: Date | null;
  closedAt: Date | null;
  evidenceSentAt: Date | null;
  /** When somebody sent what was saved here; null while it is a draft. */
  sendingAt: Date | null;
};

const WAITS: ReadonlySet<string> = new Set(["needs_response", "warning_needs_response"]);

/** First reason why a dispute takes no evidence, or undefined while it does. */
export function whyNotAnswerDispute(dispute: DisputeStanding, now: Date): EvidenceRefusal | undefined {
  if (dispute.closedAt !== null) return "dispute-closed";
  // Somebody may have answered at Stripe itself.
  if (dispute.evidenceSentAt !== null || dispute.sendingAt !== null || !WAITS.has(dispute.status))
    return "already-sent";
  return dispute.answerBy !== null && dispute.answerBy <= now ? "too-late" : undefined;
}
