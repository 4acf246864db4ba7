import type { ComponentProps } from "react";
import { REPORT_OUTCOME_TEXTS, REPORT_OUTCOMES, REPORT_RULE_TEXTS, REPORT_RULES } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { DecideCase } from "./decide-case";

type Props = Pick<ComponentProps<typeof DecideCase>, "last" | "formKey" | "version"> & {
  /** Until when the seller was promised that she may answer, while she has not. */
  answerBy: string | undefined;
};

/** What is done about a reported listing. */
export function DecideReport({ answerBy, ...form }: Props) {
  return (
    <DecideCase
      {...form}
      outcomes={REPORT_OUTCOMES.map((value) => ({ value, label: REPORT_OUTCOME_TEXTS[value]() }))}
      rules={REPORT_RULES.map((value) => ({ value, label: REPORT_RULE_TEXTS[value]() }))}
      hints={{ rule: m["reviews.report.decide.ruleHint"](), facts: m["reviews.report.decide.factsHint"]() }}
      unheard={
        answerBy === undefined
          ? undefined
          : {
              label: m["reviews.report.decide.unheard"](),
              hint: m["reviews.report.decide.unheardHint"]({ when: answerBy }),
            }
      }
    />
  );
}
