import { letterTo, type TeamNews } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { env } from "~/platform/env.server";
import { pathsFor } from "~/platform/http/paths";
import type { Locale } from "~/platform/i18n/locales";
import type { Letter } from "~/platform/mail/letter";
import { REPORT_OUTCOME_TEXTS, REPORT_RULE_TEXTS, type ReportOutcome, type ReportRule } from "./types";

const paths = (locale: Locale) => pathsFor({ lang: locale, to: undefined, cur: undefined });
const caseUrl = (locale: Locale, caseId: string) => `${env.SITE_URL}${paths(locale).sellerReport(caseId)}`;

/** Asks the seller for her words; who reported it is not told. */
export function openedNews(caseId: string, title: string): TeamNews {
  return {
    kind: "report-opened",
    letter: (to) => {
      const { locale } = to;
      return letterTo(to, {
        subject: m["reviews.report.letter.openedSubject"]({ title }, { locale }),
        paragraphs: [m["reviews.report.letter.openedText"]({ title }, { locale })],
        action: { label: m["reviews.report.letter.answer"]({}, { locale }), url: caseUrl(locale, caseId) },
      });
    },
    sms: (locale) => `${m["reviews.report.letter.openedSubject"]({ title }, { locale })} ${caseUrl(locale, caseId)}`,
  };
}

export type DecidedCase = {
  caseId: string;
  title: string;
  outcome: ReportOutcome;
  rule: ReportRule | undefined;
  facts: string;
};

type Side = "seller" | "reporter";

/** The statement of reasons; of both sides the same, but for where it leads. */
export function decidedNews(about: DecidedCase, side: Side): TeamNews {
  const urlIn = (locale: Locale) =>
    side === "seller" ? caseUrl(locale, about.caseId) : `${env.SITE_URL}${paths(locale).text("complaints")}`;
  return {
    kind: "report-decided",
    letter: (to) => statementOfReasons(to, about, urlIn(to.locale), side),
    sms: (locale) =>
      `${m["reviews.report.letter.decidedSubject"]({ title: about.title }, { locale })} ${REPORT_OUTCOME_TEXTS[about.outcome]({}, { locale })} ${urlIn(locale)}`,
  };
}

/** To somebody without an account, at the mailbox that she gave for it. */
export function guestLetter(about: DecidedCase, locale: Locale): Letter {
  const url = `${env.SITE_URL}${paths(locale).text("complaints")}`;
  return statementOfReasons({ name: "", locale }, about, url, "reporter");
}

function statementOfReasons(
  to: { name: string; locale: Locale },
  { title, outcome, rule, facts }: DecidedCase,
  url: string,
  side: Side,
): Letter {
  const { locale } = to;
  const label = side === "seller" ? m["reviews.report.letter.open"] : m["reviews.suspend.letter.complain"];
  return letterTo(to, {
    subject: m["reviews.report.letter.decidedSubject"]({ title }, { locale }),
    paragraphs: [
      m["reviews.report.letter.decidedText"]({ title }, { locale }),
      REPORT_OUTCOME_TEXTS[outcome]({}, { locale }),
      m["reviews.report.letter.facts"]({ facts }, { locale }),
      ...(rule ? [m["reviews.report.letter.rule"]({ rule: REPORT_RULE_TEXTS[rule]({}, { locale }) }, { locale })] : []),
      m["reviews.report.letter.redress"]({}, { locale }),
    ],
    action: { label: label({}, { locale }), url },
  });
}
