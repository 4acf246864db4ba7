import { letterTo, type TeamNews } from "~/modules/accounts/index.server";
import { formatDay } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { env } from "~/platform/env.server";
import { pathsFor } from "~/platform/http/paths";
import type { Locale } from "~/platform/i18n/locales";
import { paperName } from "./paper-names";
import { EVIDENCE_REASON_TEXTS, type EvidenceReason } from "./types";

type Words = (inputs: { paper: string; day: string }, options: { locale: Locale }) => string;

/** What was decided about a paper, in the words that its seller gets. */
export type SaidDecision = {
  expiresOn: string;
} & (
  | { decision: "verify" }
  | { decision: "reject"; reason: EvidenceReason; words?: string | undefined }
  | { decision: "ask"; words: string }
);

const DECIDED: Readonly<Record<SaidDecision["decision"], { kind: string; subject: Words; text: Words }>> = {
  verify: {
    kind: "evidence-verified",
    subject: m["evidence.letter.verifiedSubject"],
    text: m["evidence.letter.verifiedText"],
  },
  reject: {
    kind: "evidence-rejected",
    subject: m["evidence.letter.rejectedSubject"],
    text: m["evidence.letter.rejectedText"],
  },
  ask: { kind: "evidence-asked", subject: m["evidence.letter.askedSubject"], text: m["evidence.letter.askedText"] },
};

const urlOf = (documentType: string, locale: Locale) =>
  `${env.SITE_URL}${pathsFor({ lang: locale, to: undefined, cur: undefined }).sellerPaper(documentType)}`;

/** Tells a seller what the Federation says of her paper, with the way to it. */
export function decidedNews(documentType: string, said: SaidDecision): TeamNews {
  const { kind, subject, text } = DECIDED[said.decision];
  return news(documentType, {
    kind,
    subject,
    text,
    expiresOn: said.expiresOn,
    more: (locale) => reasonsOf(said, locale),
  });
}

/** Tells a seller that a paper of hers stops to count. */
export function endingNews(documentType: string, expiresOn: string): TeamNews {
  return news(documentType, {
    kind: "evidence-ending",
    subject: m["evidence.letter.endingSubject"],
    text: m["evidence.letter.endingText"],
    expiresOn,
    more: () => [],
  });
}

type Said = {
  kind: string;
  subject: Words;
  text: Words;
  expiresOn: string;
  more: (locale: Locale) => string[];
};

function news(documentType: string, { kind, subject, text, expiresOn, more }: Said): TeamNews {
  const inputs = (locale: Locale) => ({
    paper: paperName(documentType, { locale }),
    day: formatDay(expiresOn, locale),
  });
  return {
    kind,
    letter: (to) => {
      const { locale } = to;
      return letterTo(to, {
        subject: subject(inputs(locale), { locale }),
        paragraphs: [text(inputs(locale), { locale }), ...more(locale)],
        action: { label: m["evidence.letter.open"]({}, { locale }), url: urlOf(documentType, locale) },
      });
    },
    sms: (locale) => `${subject(inputs(locale), { locale })} ${urlOf(documentType, locale)}`,
  };
}

function reasonsOf(said: SaidDecision, locale: Locale): string[] {
  if (said.decision === "verify") return [];
  if (said.decision === "ask") return [said.words];
  const known = said.reason === "other" ? [] : [EVIDENCE_REASON_TEXTS[said.reason]({}, { locale })];
  return [...known, ...(said.words ? [said.words] : [])];
}
