import { Link } from "@remix-run/react";
import type { Side, ThreadView } from "~/modules/inquiries";
import { m } from "~/paraglide/messages.js";
import { buttonStyle } from "~/ui/primitives/button";
import { Message } from "./message";

type Props = {
  thread: ThreadView;
  side: Side | undefined;
  /** A page of older messages; the latest without a place. */
  hrefOf: (before: number | undefined) => string;
  fileHref: (fileId: string) => string;
  isEarlier: boolean;
};

/** All that was said and done, the oldest first; long threads by pages from the end. */
export function ThreadTimeline({ thread, side, hrefOf, fileHref, isEarlier }: Props) {
  return (
    <section aria-label={m["inquiries.thread.messages"]()}>
      {thread.earlier === undefined ? null : (
        <p className="mb-4 text-center">
          <Link to={hrefOf(thread.earlier)} className={buttonStyle.quiet}>
            {m["inquiries.thread.earlier"]()}
          </Link>
        </p>
      )}
      <ol className="flex flex-col gap-4" aria-live="polite" aria-relevant="additions">
        {thread.messages.map((message) => (
          <li key={message.messageId}>
            <Message message={message} side={side} fileHref={fileHref} />
            {thread.readNote?.position === message.position ? (
              <p className="mt-1 text-right text-sm text-muted">{thread.readNote.text}</p>
            ) : null}
          </li>
        ))}
      </ol>
      {isEarlier ? (
        <p className="mt-4 text-center">
          <Link to={hrefOf(undefined)} className={buttonStyle.quiet}>
            {m["inquiries.thread.latest"]()}
          </Link>
        </p>
      ) : null}
    </section>
  );
}
