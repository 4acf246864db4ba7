import { letterTo, tellPeople, tellTeam, type TeamNews } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import type { Trx } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { pathsFor } from "~/platform/http/paths";
import { isLocale, type Locale } from "~/platform/i18n/locales";
import { sendMail } from "~/platform/mail/outgoing.server";
import { drawInquiryLink } from "../guests/links.server";
import { linkUrl } from "../guests/letters.server";
import { LINK_DAYS } from "../rules";
import type { Side } from "../types";
import {
  INQUIRY_CASE_OUTCOME_TEXTS,
  INQUIRY_CASE_RULE_TEXTS,
  type InquiryCaseOutcome,
  type InquiryCaseRule,
} from "./types";

type UrlIn = (locale: Locale) => string;

const paths = (locale: Locale) => pathsFor({ lang: locale, to: undefined, cur: undefined });

/** Asks the reported side for its words. What the other says is read behind the button only. */
function openedNews(reference: string, urlIn: UrlIn): TeamNews {
  return {
    kind: "inquiry-reported",
    letter: (to) => {
      const { locale } = to;
      return letterTo(to, {
        subject: m["inquiryCases.letter.openedSubject"]({ reference }, { locale }),
        paragraphs: [m["inquiryCases.letter.openedText"]({ reference }, { locale })],
        action: { label: m["reviews.report.letter.answer"]({}, { locale }), url: urlIn(locale) },
      });
    },
    sms: (locale) => `${m["inquiryCases.letter.openedSubject"]({ reference }, { locale })} ${urlIn(locale)}`,
  };
}

export type Decided = {
  reference: string;
  outcome: InquiryCaseOutcome;
  rule: InquiryCaseRule | undefined;
  facts: string;
};

/** The statement of reasons, the same for both sides: what was done, the facts, the rule, and where one may object. */
function decidedNews({ reference, outcome, rule, facts }: Decided): TeamNews {
  const urlIn: UrlIn = (locale) => `${env.SITE_URL}${paths(locale).text("complaints")}`;
  return {
    kind: "inquiry-report-decided",
    letter: (to) => {
      const { locale } = to;
      return letterTo(to, {
        subject: m["inquiryCases.letter.decidedSubject"]({ reference }, { locale }),
        paragraphs: [
          m["inquiryCases.letter.decidedText"]({ reference }, { locale }),
          INQUIRY_CASE_OUTCOME_TEXTS[outcome]({}, { locale }),
          m["reviews.report.letter.facts"]({ facts }, { locale }),
          ...(rule
            ? [m["reviews.report.letter.rule"]({ rule: INQUIRY_CASE_RULE_TEXTS[rule]({}, { locale }) }, { locale })]
            : []),
          m["reviews.report.letter.redress"]({}, { locale }),
        ],
        action: { label: m["reviews.suspend.letter.complain"]({}, { locale }), url: urlIn(locale) },
      });
    },
    sms: (locale) =>
      `${m["inquiryCases.letter.decidedSubject"]({ reference }, { locale })} ${INQUIRY_CASE_OUTCOME_TEXTS[outcome]({}, { locale })} ${urlIn(locale)}`,
  };
}

/** Tells the reported side of a thread, where it answers: a guest comes to her thread by a link of her own first. */
export async function tellOfReport(trx: Trx, inquiryId: string, side: Side, now: Date): Promise<void> {
  const found = await findSides(trx, inquiryId);
  const token =
    side === "buyer" && found.guestEmail !== null
      ? await drawInquiryLink(trx, { inquiryId, days: LINK_DAYS }, now)
      : undefined;
  const urlIn: UrlIn = (locale) => {
    if (token !== undefined) return linkUrl(token, locale);
    const own = paths(locale);
    const path = side === "seller" ? own.sellerAnswerInquiryReport(inquiryId) : own.answerInquiryReport(inquiryId);
    return `${env.SITE_URL}${path}`;
  };
  await tellSide(trx, found, side, openedNews(found.reference, urlIn));
}

export async function tellOfDecision(trx: Trx, inquiryId: string, decided: Omit<Decided, "reference">): Promise<void> {
  const found = await findSides(trx, inquiryId);
  const news = decidedNews({ reference: found.reference, ...decided });
  for (const side of ["buyer", "seller"] as const) await tellSide(trx, found, side, news);
}

async function findSides(trx: Trx, inquiryId: string) {
  return trx
    .selectFrom("inquiries")
    .innerJoin("sellers", "sellers.id", "inquiries.sellerId")
    .select([
      "inquiries.reference",
      "inquiries.buyerUserId",
      "inquiries.guestEmail",
      "inquiries.buyerName",
      "inquiries.locale",
      "sellers.organisationId as teamId",
    ])
    .where("inquiries.id", "=", inquiryId)
    .executeTakeFirstOrThrow();
}

type Sides = Awaited<ReturnType<typeof findSides>>;

/** Who has gone, and a shop that has no people yet, is not written to. */
async function tellSide(trx: Trx, { teamId, ...buyer }: Sides, side: Side, news: TeamNews): Promise<void> {
  if (side === "seller") {
    if (teamId !== null) await tellTeam(trx, teamId, news);
  } else if (buyer.buyerUserId !== null) {
    await tellPeople(trx, [buyer.buyerUserId], news);
  } else if (buyer.guestEmail !== null) {
    const locale = isLocale(buyer.locale) ? buyer.locale : "en";
    const letter = news.letter({ name: buyer.buyerName ?? "", locale });
    await sendMail(trx, { kind: news.kind, to: buyer.guestEmail, locale, letter });
  }
}
