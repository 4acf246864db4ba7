import { isAnswerAwaited } from "~/modules/catalog";
import { clock } from "~/platform/clock.server";
import { dateFormat } from "~/platform/i18n/formatters";
import type { Locale } from "~/platform/i18n/locales";
import type { InquiryCase, InquiryCaseView } from "./types";

export function caseView(found: InquiryCase, lang: Locale, now = clock()): InquiryCaseView {
  const { reportedBy, reason, words, version, openedAt, statements, decision } = found;
  const moment = dateFormat(lang, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Asia/Baku",
  });
  return {
    reportedBy,
    reason,
    words,
    version,
    when: moment.format(openedAt),
    answerBy: moment.format(found.answerBy),
    isUnheard: decision === undefined && isAnswerAwaited(found, now),
    isEarly: decision !== undefined && decision.decidedAt < found.answerBy,
    statements: statements.map((said) => ({
      words: said.words,
      when: moment.format(said.saidAt),
    })),
    decision: decision && {
      outcome: decision.outcome,
      rule: decision.rule,
      facts: decision.facts,
      when: moment.format(decision.decidedAt),
    },
  };
}
