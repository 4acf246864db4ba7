import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { pageParam } from "~/platform/http/address-parts.server";
import { forDemo } from "~/platform/http/openers.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { listMailbox } from "~/platform/mail/mailbox.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { usePaths } from "~/ui/layouts/site";
import { Badge } from "~/ui/primitives/badge";
import { linkStyle } from "~/ui/primitives/button";
import { EmptyState } from "~/ui/primitives/empty-state";

export const meta: MetaFunction = () => privateMeta(m["dev.mailbox.title"]());

const PAGE_SIZE = 30;

export const loader = forDemo(async ({ url, lang }) => {
  const recipient = url.searchParams.get("to") ?? undefined;
  const page = pageParam(url);
  const messages = await listMailbox(db, { recipient, page, pageSize: PAGE_SIZE + 1 });
  const moment = dateFormat(lang, { dateStyle: "medium", timeStyle: "medium", timeZone: "Asia/Baku" });
  return {
    page,
    hasMore: messages.length > PAGE_SIZE,
    messages: messages.slice(0, PAGE_SIZE).map(({ receivedAt, bodyHtml, ...message }) => ({
      ...message,
      hasHtml: bodyHtml !== null,
      received: moment.format(receivedAt),
    })),
  };
});

export default function MailboxPage() {
  const { messages, page, hasMore } = useLoaderData<typeof loader>();
  const paths = usePaths();
  return (
    <div className="py-10">
      <h1 className="text-2xl">{m["dev.mailbox.title"]()}</h1>
      <p className="measure mt-2 text-muted">
        {m["dev.mailbox.lead"]()}{" "}
        <Link to={paths.enterDemo()} className={linkStyle}>
          {m["dev.enter.title"]()}
        </Link>
      </p>
      {messages.length === 0 ? (
        <div className="mt-6">
          <EmptyState title={m["dev.mailbox.none"]()}>{m["dev.mailbox.noneText"]()}</EmptyState>
        </div>
      ) : (
        <ul className="mt-6 flex flex-col gap-4">
          {messages.map(({ id, channel, recipient, locale, subject, bodyText, hasHtml, received }) => (
            <li key={id} className="rounded border border-line bg-surface p-5">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
                <Badge tone="plain">{channel === "sms" ? "SMS" : m["dev.mailbox.mail"]()}</Badge>
                <span className="font-medium text-ink">{recipient}</span>
                <span>{received}</span>
              </p>
              {subject ? <h2 className="mt-2 text-lg">{subject}</h2> : null}
              <div lang={locale} className="mt-2 whitespace-pre-wrap break-words text-sm">
                <WithLinks text={bodyText} />
              </div>
              {hasHtml ? (
                <p className="mt-3 text-sm">
                  <a href={`/dev/mailbox/${id}`} target="_blank" rel="noreferrer" className={linkStyle}>
                    {m["dev.mailbox.asShown"]()}
                  </a>
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {hasMore ? (
        <p className="mt-6">
          <Link to={paths.mailboxOfDemo(page + 1)} className={linkStyle}>
            {m["site.next"]()}
          </Link>
        </p>
      ) : null}
    </div>
  );
}

/** Addresses in a plain text can be followed. */
function WithLinks({ text }: { text: string }) {
  return (
    <>
      {text.split(/(https?:\/\/\S+)/).map((part) =>
        /^https?:\/\//.test(part) ? (
          <a key={part} href={part} className={linkStyle}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}
