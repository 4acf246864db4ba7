import type { TeamNews } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { env } from "~/platform/env.server";
import { pathsFor } from "~/platform/http/paths";
import type { Locale } from "~/platform/i18n/locales";
import type { Shop } from "./shop-facts.server";

const url = (locale: Locale) =>
  `${env.SITE_URL}${pathsFor({ lang: locale, to: undefined, cur: undefined }).workspace()}`;

const greeting = (name: string, locale: Locale) =>
  name === "" ? m["accounts.letter.greeting"]({}, { locale }) : m["accounts.letter.greetingTo"]({ name }, { locale });

/** The shop is public from now on. */
export function approvedNews({ name: shop }: Pick<Shop, "name">): TeamNews {
  return {
    kind: "shop-approved",
    letter: ({ name, locale }) => ({
      subject: m["sellers.letter.approved.subject"]({ shop }, { locale }),
      greeting: greeting(name, locale),
      paragraphs: [m["sellers.letter.approved.text"]({ shop }, { locale })],
      action: { label: m["sellers.letter.open"]({}, { locale }), url: url(locale) },
      signature: m["accounts.letter.signature"]({}, { locale }),
    }),
    sms: (locale) => `${m["sellers.letter.approved.subject"]({ shop }, { locale })} ${url(locale)}`,
  };
}

/** Something is to be mended; what it is stands in the workspace, beside each field. */
export function changesNews({ name: shop }: Pick<Shop, "name">): TeamNews {
  return {
    kind: "shop-changes",
    letter: ({ name, locale }) => ({
      subject: m["sellers.letter.changes.subject"]({ shop }, { locale }),
      greeting: greeting(name, locale),
      paragraphs: [m["sellers.letter.changes.text"]({ shop }, { locale })],
      action: { label: m["sellers.letter.open"]({}, { locale }), url: url(locale) },
      signature: m["accounts.letter.signature"]({}, { locale }),
    }),
    sms: (locale) => `${m["sellers.letter.changes.subject"]({ shop }, { locale })} ${url(locale)}`,
  };
}
