import { letterTo } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { env } from "~/platform/env.server";
import { pathsFor } from "~/platform/http/paths";
import type { Locale } from "~/platform/i18n/locales";
import type { Letter } from "~/platform/mail/letter";

/** The address behind a guest's button. */
export function orderLinkUrl(token: string, locale: Locale): string {
  return `${env.SITE_URL}${pathsFor({ lang: locale, to: undefined, cur: undefined }).guestLink(token)}`;
}

/** To where an older link went, when somebody asks for a new one. */
export function renewedOrderLinkLetter(
  to: { name: string; locale: Locale },
  { reference, token }: { reference: string; token: string },
): Letter {
  const { locale } = to;
  return letterTo(to, {
    subject: m["orders.letter.link.subject"]({ reference }, { locale }),
    paragraphs: [m["orders.letter.link.text"]({ reference }, { locale })],
    action: { label: m["orders.letter.open"]({}, { locale }), url: orderLinkUrl(token, locale) },
    notes: [m["orders.letter.keepPrivate"]({}, { locale })],
  });
}
