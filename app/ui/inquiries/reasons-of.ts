import { INQUIRY_CASE_OUTCOME_TEXTS, INQUIRY_CASE_RULE_TEXTS, type InquiryCaseView } from "~/modules/inquiries";
import type { Reasons } from "~/ui/staff/statement-of-reasons";

/** A decision about a thread in words. */
export function reasonsOf({ outcome, rule, facts, when }: NonNullable<InquiryCaseView["decision"]>): Reasons {
  return { outcome: INQUIRY_CASE_OUTCOME_TEXTS[outcome](), rule: rule && INQUIRY_CASE_RULE_TEXTS[rule](), facts, when };
}
