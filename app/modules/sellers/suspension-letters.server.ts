import { letterTo, type TeamNews } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { env } from "~/platform/env.server";
import { pathsFor } from "~/platform/http/paths";
import type { Locale } from "~/platform/i18n/locales";
import { SUSPENSION_REASON_TEXTS, type SuspensionReason } from "./suspension";

const paths = (locale: Locale) => pathsFor({ lang: locale, to: undefined, cur: undefined });

/** A statement of reasons: what was done, why, and where one may object. */
export function suspendedNews(shop: string, reason: SuspensionReason, words: string): TeamNews {
  return {
    kind: "shop-suspended",
    letter: (to) => {
      const { locale } = to;
      const why = SUSPENSION_REASON_TEXTS[reason]({}, { locale });
      return letterTo(to, {
        subject: m["reviews.suspend.letter.subject"]({ shop }, { locale }),
        paragraphs: [
          m["reviews.suspend.letter.text"]({ shop }, { locale }),
          m["reviews.suspend.letter.why"]({ why, words }, { locale }),
          m["reviews.suspend.letter.redress"]({}, { locale }),
        ],
        action: {
          label: m["reviews.suspend.letter.complain"]({}, { locale }),
          url: `${env.SITE_URL}${paths(locale).text("complaints")}`,
        },
      });
    },
    sms: (locale) =>
      `${m["reviews.suspend.letter.subject"]({ shop }, { locale })} ${env.SITE_URL}${paths(locale).workspace()}`,
  };
}

export function reinstatedNews(shop: string, words: string): TeamNews {
  return {
    kind: "shop-reinstated",
    letter: (to) => {
      const { locale } = to;
      return letterTo(to, {
        subject: m["reviews.suspend.letter.backSubject"]({ shop }, { locale }),
        paragraphs: [m["reviews.suspend.letter.backText"]({ shop }, { locale }), words],
        action: { label: m["sellers.letter.open"]({}, { locale }), url: `${env.SITE_URL}${paths(locale).workspace()}` },
      });
    },
    sms: (locale) =>
      `${m["reviews.suspend.letter.backSubject"]({ shop }, { locale })} ${env.SITE_URL}${paths(locale).workspace()}`,
  };
}
