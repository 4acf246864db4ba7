import { createTransport } from "nodemailer";
import type { MailTransport } from "./port";

type SmtpOptions = {
  /** `smtp://user:password@host:587`; `smtps://` for TLS from the first byte. */
  url: string;
  /** `Karvan <no-reply@karvan.example>` */
  from: string;
  /** Right side of every `Message-ID`: the host of the site. */
  host: string;
};

const TIMEOUT_MS = 15_000;

/**
 * Sends by an SMTP relay. A reply of 5xx (RFC 5321, 4.2.1: the same will be said again) is a refusal; 4xx, a lost
 * connection and a wrong password are thrown.
 */
export function smtpTransport({ url, from, host }: SmtpOptions): MailTransport {
  const relay = createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  return async ({ id, to, subject, text, html, locale }) => {
    try {
      await relay.sendMail({
        from,
        to,
        subject,
        text,
        html,
        messageId: `<${id}@${host}>`,
        headers: { "Content-Language": locale, "Auto-Submitted": "auto-generated" },
      });
      return { outcome: "sent" };
    } catch (error) {
      const { code, responseCode } = error as { code?: string; responseCode?: number };
      // A relay that does not know us (EAUTH) says nothing about this letter.
      if (code === "EAUTH" || responseCode === undefined || responseCode < 500) throw error;
      return { outcome: "refused", reason: `SMTP ${responseCode}` };
    }
  };
}
