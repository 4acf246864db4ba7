import { letterTo } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { env } from "~/platform/env.server";
import { pathsFor } from "~/platform/http/paths";
import type { Locale } from "~/platform/i18n/locales";
import type { Letter } from "~/platform/mail/letter";

type To = { name: string; locale: Locale };

/** The address behind a guest's button. */
export function linkUrl(token: string, locale: Locale): string {
  return `${env.SITE_URL}${pathsFor({ lang: locale, to: undefined, cur: undefined }).guestLink(token)}`;
}

/** A letter repeats so much of a message: enough to know it again. */
const QUOTED = 400;

type Unconfirmed = { token: string; sellerName: string; reference: string; message: string };

/** Asks at a guest's mailbox whether it is hers, and whether she wrote that. */
export function confirmLetter(to: To, { token, sellerName, reference, message }: Unconfirmed): Letter {
  const { locale } = to;
  const quoted = message.length > QUOTED ? `${message.slice(0, QUOTED)}…` : message;
  return letterTo(to, {
    subject: m["inquiries.letter.confirm.subject"]({ seller: sellerName }, { locale }),
    paragraphs: [
      m["inquiries.letter.confirm.text"]({ seller: sellerName, reference }, { locale }),
      m["inquiries.letter.confirm.quote"]({ message: quoted }, { locale }),
    ],
    action: { label: m["inquiries.letter.confirm.action"]({}, { locale }), url: linkUrl(token, locale) },
    notes: [
      m["inquiries.letter.confirm.holds"]({}, { locale }),
      m["inquiries.letter.keepPrivate"]({}, { locale }),
      m["inquiries.letter.confirm.notYou"]({}, { locale }),
    ],
  });
}

/** To where an older link went, when somebody asks for a new one. */
export function renewedLinkLetter(
  to: To,
  { reference, token, isUnconfirmed }: { reference: string; token: string; isUnconfirmed: boolean },
): Letter {
  const { locale } = to;
  const action = isUnconfirmed ? m["inquiries.letter.confirm.action"] : m["inquiries.letter.renewed.action"];
  return letterTo(to, {
    subject: m["inquiries.letter.renewed.subject"]({ reference }, { locale }),
    paragraphs: [m["inquiries.letter.renewed.text"]({ reference }, { locale })],
    action: { label: action({}, { locale }), url: linkUrl(token, locale) },
    notes: [m["inquiries.letter.keepPrivate"]({}, { locale })],
  });
}
