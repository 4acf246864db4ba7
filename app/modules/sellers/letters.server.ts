import { letterTo, type TeamNews } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { env } from "~/platform/env.server";
import { pathsFor } from "~/platform/http/paths";
import type { Locale } from "~/platform/i18n/locales";
import type { OrderStep } from "./shop-steps";

type Words = (inputs: { shop: string }, options: { locale: Locale }) => string;

type Decided = "approved" | "changes_requested";

/** What the Federation decided of a shop, or of what an approved one changed. What is to be mended stands in the workspace, beside each field. */
const NEWS: Readonly<Record<Decided | `changes-${Decided}`, { kind: string; subject: Words; text: Words }>> = {
  approved: {
    kind: "shop-approved",
    subject: m["sellers.letter.approved.subject"],
    text: m["sellers.letter.approved.text"],
  },
  changes_requested: {
    kind: "shop-changes",
    subject: m["sellers.letter.changes.subject"],
    text: m["sellers.letter.changes.text"],
  },
  "changes-approved": {
    kind: "shop-edit-approved",
    subject: m["sellers.letter.editApproved.subject"],
    text: m["sellers.letter.editApproved.text"],
  },
  "changes-changes_requested": {
    kind: "shop-edit-changes",
    subject: m["sellers.letter.editChanges.subject"],
    text: m["sellers.letter.editChanges.text"],
  },
};

const MISSING: Readonly<Record<OrderStep, (inputs: object, options: { locale: Locale }) => string>> = {
  legal: m["reviews.item.lacks.legal"],
  paper: m["reviews.item.lacks.paper"],
  bank: m["reviews.item.lacks.bank"],
};

/** @param missing what the shop still lacks before buyers may order from it */
export function decisionNews(decision: keyof typeof NEWS, shop: string, missing: readonly OrderStep[]): TeamNews {
  const { kind, subject, text } = NEWS[decision];
  const url = (locale: Locale) =>
    `${env.SITE_URL}${pathsFor({ lang: locale, to: undefined, cur: undefined }).workspace()}`;
  return {
    kind,
    letter: (to) => {
      const { locale } = to;
      return letterTo(to, {
        subject: subject({ shop }, { locale }),
        paragraphs: [
          text({ shop }, { locale }),
          ...(decision === "approved" && missing.length > 0
            ? [
                m["sellers.letter.approved.missing"](
                  { what: missing.map((step) => MISSING[step]({}, { locale })).join(", ") },
                  { locale },
                ),
              ]
            : []),
        ],
        action: { label: m["sellers.letter.open"]({}, { locale }), url: url(locale) },
      });
    },
    sms: (locale) => `${subject({ shop }, { locale })} ${url(locale)}`,
  };
}

const invitationUrl = (locale: Locale, token: string) =>
  `${env.SITE_URL}${pathsFor({ lang: locale, to: undefined, cur: undefined }).invitation({ token })}`;

/** Asks somebody into the team of a shop. */
export function teamNews(shop: string, token: string): TeamNews {
  return {
    kind: "team-invitation",
    letter: (to) => {
      const { locale } = to;
      return letterTo(to, {
        subject: m["sellers.team.letter.subject"]({ shop }, { locale }),
        paragraphs: [m["sellers.team.letter.text"]({ shop }, { locale })],
        action: { label: m["sellers.team.letter.action"]({}, { locale }), url: invitationUrl(locale, token) },
        notes: [m["sellers.team.letter.holds"]({}, { locale })],
      });
    },
    sms: (locale) => `${m["sellers.team.letter.subject"]({ shop }, { locale })} ${invitationUrl(locale, token)}`,
  };
}

/** Says that money would go to another account from now on, or to none; it names too little of it to pay into it. */
export function accountChangedNews(shop: string, account: string | undefined): TeamNews {
  const url = (locale: Locale) =>
    `${env.SITE_URL}${pathsFor({ lang: locale, to: undefined, cur: undefined }).workspace()}`;
  return {
    kind: "bank-account-changed",
    letter: (to) => {
      const { locale } = to;
      return letterTo(to, {
        subject: m["sellers.letter.account.subject"]({ shop }, { locale }),
        paragraphs: [
          account === undefined
            ? m["sellers.letter.account.removed"]({ shop }, { locale })
            : m["sellers.letter.account.text"]({ shop, account }, { locale }),
        ],
        action: { label: m["sellers.letter.open"]({}, { locale }), url: url(locale) },
        notes: [m["sellers.letter.account.notYou"]({}, { locale })],
      });
    },
    sms: (locale) => `${m["sellers.letter.account.subject"]({ shop }, { locale })} ${url(locale)}`,
  };
}

/** Brings a maker the shop that was filled for her. */
export function handOverNews(shop: string, token: string): Omit<TeamNews, "letter"> {
  return {
    kind: "shop-hand-over",
    sms: (locale) => `${m["sellers.handover.sms"]({ shop }, { locale })} ${invitationUrl(locale, token)}`,
  };
}
