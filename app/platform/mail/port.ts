import type { Locale } from "~/platform/i18n/locales";

/** A letter as it leaves: addressed, in one language, both as HTML and as plain text. */
export type Mail = {
  /** The same at every try: a relay that got it twice tells one `Message-ID`. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  locale: Locale;
};

/** `to` is a number in E.164, `+994501234567`. */
export type Sms = { id: string; to: string; text: string; locale: Locale };

/**
 * What became of a message. `refused` is final (no such mailbox, no such number) and says why; whatever may be better
 * in a minute is thrown, so that the job tries again.
 */
export type Delivery = { outcome: "sent" } | { outcome: "refused"; reason: string };

export type MailTransport = (mail: Mail) => Promise<Delivery>;
export type SmsTransport = (sms: Sms) => Promise<Delivery>;
export type Transports = { mail: MailTransport; sms: SmsTransport };
