import { m } from "~/paraglide/messages.js";
import type { DecideEvidenceRefusal } from "./decide-evidence.server";
import type { RecheckRefusal } from "./recheck-evidence.server";
import type { SubmitRefusal } from "./submit-evidence.server";
import type { AnswerEvidenceRefusal, DateRefusal } from "./types";

type Texts<Refusal extends string> = Readonly<Record<Refusal, () => string>>;

const dateRefusalText: Texts<DateRefusal> = {
  "issued-in-future": m["evidence.refusal.issuedInFuture"],
  "ends-before-issue": m["evidence.refusal.endsBeforeIssue"],
  expired: m["evidence.refusal.expired"],
  "lasts-too-long": m["evidence.refusal.lastsTooLong"],
};

const submitRefusalText: Texts<SubmitRefusal> = {
  ...dateRefusalText,
  "type-missing": m["evidence.refusal.typeMissing"],
  "changed-elsewhere": m["evidence.refusal.changedElsewhere"],
  "too-many-papers": m["sellers.paper.refusal.tooMany"],
  "group-missing": m["evidence.refusal.groupMissing"],
  empty: m["sellers.paper.refusal.empty"],
  "too-large": m["sellers.paper.refusal.tooLarge"],
  "not-a-paper": m["evidence.refusal.notAPaper"],
  truncated: m["sellers.paper.refusal.truncated"],
  "active-content": m["sellers.paper.refusal.activeContent"],
  password: m["sellers.paper.refusal.password"],
  "too-many-pixels": m["sellers.paper.refusal.tooManyPixels"],
};

type Place = "form" | "issuedOn" | "expiresOn" | "categoryIds" | "paper";
const PLACES: Readonly<Partial<Record<SubmitRefusal, Place>>> = {
  "issued-in-future": "issuedOn",
  "ends-before-issue": "expiresOn",
  expired: "expiresOn",
  "lasts-too-long": "expiresOn",
  "type-missing": "form",
  "changed-elsewhere": "form",
  "too-many-papers": "form",
  "group-missing": "categoryIds",
};

/** The sentence of a refusal at the field that it is about; of the whole form, or of the file that was chosen. */
export function submitProblem(refusal: SubmitRefusal): { form: string | undefined; fields: Record<string, string> } {
  const sentence = submitRefusalText[refusal]();
  const place = PLACES[refusal] ?? "paper";
  return place === "form" ? { form: sentence, fields: {} } : { form: undefined, fields: { [place]: sentence } };
}

export const answerEvidenceRefusalText: Texts<AnswerEvidenceRefusal> = {
  "not-asked": m["evidence.refusal.notAsked"],
};

const reviewRefusalText: Texts<RecheckRefusal> = {
  "item-missing": m["evidence.refusal.itemGone"],
  "item-decided": m["reviews.refusal.decided"],
  "claimed-by-other": m["reviews.refusal.claimedByOther"],
  "not-claimed": m["reviews.refusal.notClaimed"],
  "subject-changed": m["evidence.refusal.itemGone"],
  "reason-missing": m["evidence.mend.words"],
  "filled-by-you": m["evidence.refusal.filledByYou"],
  "verified-by-you": m["evidence.refusal.verifiedByYou"],
};

export const evidenceDecisionText: Texts<DecideEvidenceRefusal> = { ...reviewRefusalText, ...dateRefusalText };
