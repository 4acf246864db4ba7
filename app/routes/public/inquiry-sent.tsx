import type { MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { forVisitor } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { usePaths, useSite } from "~/ui/layouts/site";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";
import { EmptyState } from "~/ui/primitives/empty-state";

export const meta: MetaFunction = () => privateMeta(m["inquiries.sent.title"]());

export const loader = forVisitor(() => Promise.resolve(null));

export default function InquirySentPage() {
  const paths = usePaths();
  const { isDemo } = useSite();
  return (
    <div className="mx-auto max-w-2xl py-10">
      <EmptyState title={m["inquiries.sent.title"]()} heading="h1">
        <p>{m["inquiries.sent.text"]()}</p>
        <p className="mt-3 text-sm text-muted">{m["inquiries.sent.noLetter"]()}</p>
        <p className="mt-6 flex flex-wrap justify-center gap-4">
          <Link to={paths.search()} className={buttonStyle.secondary}>
            {m["inquiries.sent.back"]()}
          </Link>
          {isDemo ? (
            <a href={paths.mailboxOfDemo()} className={`self-center ${linkStyle}`}>
              /dev/mailbox
            </a>
          ) : null}
        </p>
      </EmptyState>
    </div>
  );
}
