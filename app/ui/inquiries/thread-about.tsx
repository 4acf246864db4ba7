import { Link } from "@remix-run/react";
import type { ThreadView } from "~/modules/inquiries";
import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { Thumbnail } from "~/ui/primitives/picture";

/** What a thread is about: the listings with their offers of today, and the buyer's terms. */
export function ThreadAbout({ thread }: { thread: ThreadView }) {
  const paths = usePaths();
  return (
    <section aria-labelledby="about-thread" className="rounded border border-line bg-surface p-5">
      <h2 id="about-thread" className="text-lg">
        {m["inquiries.thread.about"]()}
      </h2>
      {thread.lines.length === 0 ? <p className="mt-2 text-muted">{m["inquiries.thread.general"]()}</p> : null}
      <ul className="mt-2 divide-y divide-line">
        {thread.lines.map((line) => (
          <li key={line.key} className="grid grid-cols-[3.5rem_1fr] gap-3 py-3">
            {line.picture ? <Thumbnail sha256={line.picture.sha256} className="w-14 rounded" /> : <span />}
            <div className="min-w-0">
              <p className="font-semibold" lang={line.titleLang}>
                {line.slug ? (
                  <Link to={paths.listing(line.slug)} className="underline-offset-4 hover:underline">
                    {line.title}
                  </Link>
                ) : (
                  line.title
                )}
              </p>
              <p className="text-sm">{[line.quantity, line.variant].filter(Boolean).join(" · ")}</p>
              {line.offer.map((part) => (
                <p key={part} className="text-sm text-muted tabular-nums">
                  {part}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {thread.terms.length > 0 ? (
        <dl className="mt-2 grid gap-x-6 gap-y-2 border-t border-line pt-3 text-sm sm:grid-cols-2 lg:grid-cols-1">
          {thread.terms.map(({ label, value }) => (
            <div key={label}>
              <dt className="text-muted">{label}</dt>
              <dd className="tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </section>
  );
}
