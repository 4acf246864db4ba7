import { m } from "~/paraglide/messages.js";
import { numberFormat } from "~/platform/i18n/formatters";
import type { Locale } from "~/platform/i18n/locales";
import type { FilledBy } from "./fields";
import type { MissingField } from "./missing";
import type { DocumentRefusal, NotIssued } from "./types";

export const documentRefusalText: Readonly<
  Record<
    Exclude<DocumentRefusal, "net-over-gross">,
    (none: Record<string, never>, options: { locale: Locale }) => string
  >
> = {
  "total-differs": m["documents.refusal.totalDiffers"],
  "packages-differ": m["documents.refusal.packagesDiffer"],
  "contents-differ": m["documents.refusal.contentsDiffer"],
  "too-much-for-cn22": m["documents.refusal.tooMuchForCn22"],
  "sdr-rate-missing": m["documents.refusal.sdrRateMissing"],
  "description-too-vague": m["documents.refusal.descriptionTooVague"],
  "replaced-missing": m["documents.refusal.replacedMissing"],
};

const WHO_FILLS: Readonly<Record<FilledBy, (none: Record<string, never>, options: { locale: Locale }) => string>> = {
  seller: m["documents.by.seller"],
  buyer: m["documents.by.buyer"],
  shipment: m["documents.by.shipment"],
  document: m["documents.by.document"],
};

export const whoFills = (by: FilledBy, lang: Locale) => WHO_FILLS[by]({}, { locale: lang });

/** A missing field as a sentence names it, with the lines where it is missing. */
export function missingText({ label, lines }: MissingField, lang: Locale): string {
  if (lines.length === 0) return label;
  return m["documents.refusal.fieldOfLines"]({ field: label, lines: lines.join(", ") }, { locale: lang });
}

/** Why no document was made, in the reader's words; missing fields are named. */
export function notIssuedText(answer: NotIssued, lang: Locale): string {
  if (answer.refusal === "net-over-gross") {
    const net = numberFormat(lang, {}).format(answer.netGrams);
    return m["documents.refusal.netOverGross"]({ net }, { locale: lang });
  }
  if (answer.refusal !== "fields-missing") return documentRefusalText[answer.refusal]({}, { locale: lang });
  const fields = answer.missing.map((field) => missingText(field, lang)).join("; ");
  return m["documents.refusal.fieldsMissing"]({ fields }, { locale: lang });
}
