import { m } from "~/paraglide/messages.js";
import type { EvidenceRefusal } from "./evidence";

export const evidenceRefusalText: Readonly<Record<EvidenceRefusal, () => string>> = {
  "dispute-missing": m["disputes.refusal.missing"],
  "dispute-closed": m["disputes.refusal.closed"],
  "already-sent": m["disputes.refusal.alreadySent"],
  "too-late": m["disputes.refusal.tooLate"],
  "nothing-said": m["disputes.refusal.nothingSaid"],
};
