import { Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { linkStyle } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";

type Props = { suspension: { why: string; words: string; since: string } | undefined };

/** The statement of reasons where the team works: what the letter said, in case nobody reads letters. */
export function SuspendedNotice({ suspension }: Props) {
  const paths = usePaths();
  return (
    <Notice tone="warning" icon="warning">
      <p className="font-semibold">
        {suspension ? m["sellers.suspended.since"]({ day: suspension.since }) : m["sellers.refusal.suspended"]()}
      </p>
      {suspension ? (
        <p className="mt-1 whitespace-pre-line break-words">
          {m["reviews.suspend.letter.why"]({ why: suspension.why, words: suspension.words })}
        </p>
      ) : null}
      <p className="mt-1">{m["reviews.suspend.letter.redress"]()}</p>
      <p className="mt-1">
        <Link to={paths.text("complaints")} className={linkStyle}>
          {m["reviews.suspend.letter.complain"]()}
        </Link>
      </p>
    </Notice>
  );
}
