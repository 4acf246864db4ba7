import { m } from "~/paraglide/messages.js";
import { env } from "~/platform/env.server";
import { pathsFor } from "~/platform/http/paths";
import type { Locale } from "~/platform/i18n/locales";
import type { Letter } from "~/platform/mail/letter";

export type To = { name: string; locale: Locale };

const absolute = (path: string) => `${env.SITE_URL}${path}`;
const paths = (locale: Locale) => pathsFor({ lang: locale, to: undefined, cur: undefined });

/** A letter of ours around what it has to say: how it greets and who signs. */
export function letterTo({ name, locale }: To, content: Omit<Letter, "greeting" | "signature">): Letter {
  return {
    greeting:
      name === ""
        ? m["accounts.letter.greeting"]({}, { locale })
        : m["accounts.letter.greetingTo"]({ name }, { locale }),
    ...content,
    signature: m["accounts.letter.signature"]({}, { locale }),
  };
}

/** Asks at a mailbox whether it is hers: of a new person, or the new one of somebody known. */
export function verificationLetter(
  to: To,
  link: { token: string; next: string | undefined },
  isChange: boolean,
): Letter {
  const { locale } = to;
  return letterTo(to, {
    subject: (isChange ? m["accounts.letter.newEmail.subject"] : m["accounts.letter.verify.subject"])({}, { locale }),
    paragraphs: [(isChange ? m["accounts.letter.newEmail.text"] : m["accounts.letter.verify.text"])({}, { locale })],
    action: {
      label: m["accounts.letter.verify.action"]({}, { locale }),
      url: absolute(paths(locale).verifyEmail(link)),
    },
    notes: [m["accounts.letter.holdsAnHour"]({}, { locale }), m["accounts.letter.notYou"]({}, { locale })],
  });
}

/** Asks at the mailbox of until then whether the change is wanted. */
export function changeEmailLetter(to: To, newEmail: string, token: string): Letter {
  const { locale } = to;
  return letterTo(to, {
    subject: m["accounts.letter.changeEmail.subject"]({}, { locale }),
    paragraphs: [m["accounts.letter.changeEmail.text"]({ email: newEmail }, { locale })],
    action: {
      label: m["accounts.letter.changeEmail.action"]({}, { locale }),
      url: absolute(paths(locale).verifyEmail({ token })),
    },
    notes: [m["accounts.letter.holdsAnHour"]({}, { locale }), m["accounts.letter.changeEmail.notYou"]({}, { locale })],
  });
}

export function resetLetter(to: To, token: string): Letter {
  const { locale } = to;
  return letterTo(to, {
    subject: m["accounts.letter.reset.subject"]({}, { locale }),
    paragraphs: [m["accounts.letter.reset.text"]({}, { locale })],
    action: {
      label: m["accounts.letter.reset.action"]({}, { locale }),
      url: absolute(paths(locale).newPassword({ token })),
    },
    notes: [m["accounts.letter.holdsAnHour"]({}, { locale }), m["accounts.letter.reset.notYou"]({}, { locale })],
  });
}

/** Goes where somebody signs up with an address that has an account: the page says the same as to anybody new. */
export function existingAccountLetter(to: To): Letter {
  const { locale } = to;
  return letterTo(to, {
    subject: m["accounts.letter.existing.subject"]({}, { locale }),
    paragraphs: [m["accounts.letter.existing.text"]({}, { locale })],
    action: { label: m["accounts.letter.existing.action"]({}, { locale }), url: absolute(paths(locale).login()) },
    notes: [m["accounts.letter.existing.forgot"]({}, { locale }), m["accounts.letter.notYou"]({}, { locale })],
  });
}

/** What was changed in how one enters; whoever did not do it should act at once. */
export const SECURITY_NEWS = ["password", "email", "phone", "second-factor-on", "second-factor-off"] as const;
export type SecurityNews = (typeof SECURITY_NEWS)[number];

const NEWS: Readonly<Record<SecurityNews, (inputs: Record<string, never>, options: { locale: Locale }) => string>> = {
  password: m["accounts.letter.news.password"],
  email: m["accounts.letter.news.email"],
  phone: m["accounts.letter.news.phone"],
  "second-factor-on": m["accounts.letter.news.secondFactorOn"],
  "second-factor-off": m["accounts.letter.news.secondFactorOff"],
};

export function securityLetter(to: To, news: SecurityNews): Letter {
  const { locale } = to;
  return letterTo(to, {
    subject: m["accounts.letter.news.subject"]({}, { locale }),
    paragraphs: [NEWS[news]({}, { locale })],
    action: { label: m["accounts.letter.news.action"]({}, { locale }), url: absolute(paths(locale).security()) },
    notes: [m["accounts.letter.news.notYou"]({}, { locale })],
  });
}

/** The last letter: there is nobody to write to any more. */
export function accountClosedLetter(to: To): Letter {
  const { locale } = to;
  return letterTo(to, {
    subject: m["accounts.letter.closed.subject"]({}, { locale }),
    paragraphs: [m["accounts.letter.closed.text"]({}, { locale })],
  });
}

/** The last line names site and code as browsers want it, to offer the code at the right place only (WebOTP). */
export function codeText(code: string, locale: Locale): string {
  return `${m["accounts.sms.code"]({ code }, { locale })}\n\n@${new URL(env.SITE_URL).hostname} #${code}`;
}

export function staffByPasswordText(locale: Locale): string {
  return m["accounts.sms.byPassword"]({}, { locale });
}
