import { letterTo, type TeamNews } from "~/modules/accounts/index.server";
import { maskedIban } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { dateFormat } from "~/platform/i18n/formatters";
import { env } from "~/platform/env.server";
import { pathsFor } from "~/platform/http/paths";
import type { Locale } from "~/platform/i18n/locales";
import { formatMoney } from "~/platform/money";
import { termsTexts } from "../terms/terms-words";
import type { Terms } from "../types";

type Payout = { amountMinor: bigint; currency: string; iban: string };

/** What happens to a seller's money without her doing. */
export type MoneyNews =
  | ({ what: "payout-settled" } & Payout)
  | ({ what: "payout-returned"; reason: string } & Payout)
  | { what: "payouts-held"; reason: string; until: Date | undefined }
  /** Of one order's money, or of all that would be paid out. */
  | { what: "hold-lifted"; orderReference: string | undefined }
  | ({ what: "terms-set" } & Terms);

type Said = { subject: string; paragraphs: string[]; isAboutAccount?: boolean };

function said(news: MoneyNews, locale: Locale): Said {
  const inLanguage = { locale };
  switch (news.what) {
    case "payout-settled": {
      const paid = { amount: formatMoney(news, locale), account: maskedIban(news.iban) };
      return {
        subject: m["payments.letter.settled.subject"](paid, inLanguage),
        paragraphs: [m["payments.letter.settled.text"](paid, inLanguage)],
      };
    }
    case "payout-returned": {
      const paid = { amount: formatMoney(news, locale), account: maskedIban(news.iban) };
      return {
        subject: m["payments.letter.returned.subject"](paid, inLanguage),
        paragraphs: [
          m["payments.letter.returned.text"](paid, inLanguage),
          m["payments.letter.returned.reason"]({ reason: news.reason }, inLanguage),
          m["payments.letter.returned.check"]({}, inLanguage),
        ],
        isAboutAccount: true,
      };
    }
    case "payouts-held":
      return {
        subject: m["payments.letter.held.subject"]({}, inLanguage),
        paragraphs: [
          m["payments.letter.held.text"]({}, inLanguage),
          m["payments.letter.held.reason"]({ reason: news.reason }, inLanguage),
          news.until
            ? m["payments.letter.held.until"]({ date: dayIn(news.until, locale) }, inLanguage)
            : m["payments.letter.held.open"]({}, inLanguage),
        ],
      };
    case "hold-lifted":
      return {
        subject: m["payments.letter.lifted.subject"]({}, inLanguage),
        paragraphs: [
          news.orderReference === undefined
            ? m["payments.letter.lifted.text"]({}, inLanguage)
            : m["payments.letter.lifted.orderText"]({ reference: news.orderReference }, inLanguage),
        ],
      };
    case "terms-set":
      return {
        subject: m["payments.letter.terms.subject"]({}, inLanguage),
        paragraphs: [...termsTexts(news, locale), m["payments.letter.terms.from"]({}, inLanguage)],
      };
  }
}

const dayIn = (day: Date, locale: Locale) =>
  dateFormat(locale, { dateStyle: "long", timeZone: "Asia/Baku" }).format(day);

/** The letter leads to where she does something about it: her account where the bank refused it, else her page of payouts. */
export function newsLetter(news: MoneyNews): TeamNews {
  const pathsIn = (lang: Locale) => pathsFor({ lang, to: undefined, cur: undefined });
  const payouts = (locale: Locale) => `${env.SITE_URL}${pathsIn(locale).ownPayouts()}`;
  const account = (locale: Locale) => `${env.SITE_URL}${pathsIn(locale).shopStep("bank")}`;
  return {
    kind: news.what,
    letter: (to) => {
      const { locale } = to;
      const { subject, paragraphs, isAboutAccount } = said(news, locale);
      return letterTo(to, {
        subject,
        paragraphs,
        action: {
          label: (isAboutAccount ? m["payments.letter.openAccount"] : m["payments.letter.openPayouts"])({}, { locale }),
          url: isAboutAccount ? account(locale) : payouts(locale),
        },
      });
    },
    sms: (locale) => `${said(news, locale).subject}\n${payouts(locale)}`,
  };
}
