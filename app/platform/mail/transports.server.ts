import type { Db } from "~/platform/db/db.server";
import type { Settings } from "~/platform/settings.server";
import { mailboxTransports } from "./mailbox.server";
import type { SmsTransport, Transports } from "./port";
import { smsGateway } from "./sms-gateway.server";
import { smtpTransport } from "./smtp.server";

/** The transports of this process. The demo and the tests never leave the machine, whatever else is set. */
export function transportsOf(settings: Settings, db: Db): Transports {
  const mailbox = mailboxTransports(db);
  if (settings.APP_MODE === "demo" || settings.APP_MODE === "test") return mailbox;
  const { APP_MODE, SMTP_URL, MAIL_FROM, SMS_GATEWAY_URL, SMS_GATEWAY_TOKEN, SMS_SENDER, SITE_URL } = settings;
  const mail = SMTP_URL
    ? smtpTransport({ url: SMTP_URL, from: MAIL_FROM, host: new URL(SITE_URL).hostname })
    : mailbox.mail;
  const unset = APP_MODE === "production" ? noGateway : mailbox.sms;
  const sms =
    SMS_GATEWAY_URL && SMS_GATEWAY_TOKEN
      ? smsGateway({ url: SMS_GATEWAY_URL, token: SMS_GATEWAY_TOKEN, sender: SMS_SENDER })
      : unset;
  return { mail, sms };
}

const noGateway: SmsTransport = () => Promise.resolve({ outcome: "refused", reason: "no SMS gateway is connected" });

/** Whether an SMS reaches a phone, or a page that stands for one: without that nobody is asked for a number. */
export function canSendSms({ APP_MODE, SMS_GATEWAY_URL }: Settings): boolean {
  return APP_MODE !== "production" || SMS_GATEWAY_URL !== undefined;
}
