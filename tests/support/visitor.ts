import { randomUUID } from "node:crypto";
import { deliverMessage } from "~/platform/mail/outgoing.server";
import { mailboxTransports } from "~/platform/mail/mailbox.server";
import type { Db } from "~/platform/db/db.server";
import { signIn } from "./sign-in";
import type { TestSite } from "./site";

export type Page = { status: number; location: string | null; html: string; headers: Headers };

export type Visitor = {
  get: (path: string) => Promise<Page>;
  /** Posts a form as a browser without scripts does. A form key is added unless the fields have one. */
  post: (path: string, fields?: Record<string, string>) => Promise<Page>;
  cookies: Map<string, string>;
};

/** Somebody with a browser of her own: cookies are kept and sent. */
export function makeVisitor(site: TestSite): Visitor {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: Omit<RequestInit, "headers">): Promise<Page> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await site.ask(path, { ...init, headers: cookie ? { cookie } : {} });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "" || /max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return {
      status: response.status,
      location: response.headers.get("location"),
      html: await response.text(),
      headers: response.headers,
    };
  };
  return {
    cookies,
    get: (path) => ask(path, {}),
    post: (path, fields = {}) =>
      ask(path, { method: "POST", body: new URLSearchParams({ formKey: randomUUID(), ...fields }) }),
  };
}

/** Somebody who has signed in already. */
export async function makeSignedInVisitor(db: Db, site: TestSite, userId: string): Promise<Visitor> {
  const visitor = makeVisitor(site);
  const [name = "", value = ""] = (await signIn(db, userId)).split("=");
  visitor.cookies.set(name, value);
  return visitor;
}

export type Message = { subject: string | null; text: string; html: string | null; locale: string };

/** Sends what waits and returns what somebody has got, the latest first. */
export async function messagesTo(db: Db, recipient: string): Promise<Message[]> {
  const waiting = await db.selectFrom("outgoingMessages").select("id").where("outcome", "is", null).execute();
  for (const { id } of waiting) await deliverMessage(db, mailboxTransports(db), id);
  const rows = await db
    .selectFrom("mailboxMessages")
    .innerJoin("outgoingMessages", "outgoingMessages.id", "mailboxMessages.id")
    .select(["mailboxMessages.subject", "mailboxMessages.locale", "outgoingMessages.createdAt"])
    .select(["mailboxMessages.bodyText as text", "mailboxMessages.bodyHtml as html"])
    .where("mailboxMessages.recipient", "=", recipient)
    .orderBy("outgoingMessages.createdAt", "desc")
    .execute();
  return rows.map(({ subject, text, html, locale }) => ({ subject, text, html, locale }));
}

/** Path and query of the first link in the latest message to somebody. */
export async function linkTo(db: Db, recipient: string): Promise<string> {
  const [message] = await messagesTo(db, recipient);
  const link = /https?:\/\/\S+/.exec(message?.text ?? "")?.[0];
  if (!link) throw new Error(`no link was sent to ${recipient}`);
  const { pathname, search } = new URL(link);
  return `${pathname}${search}`;
}
