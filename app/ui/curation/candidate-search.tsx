import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Candidate } from "~/modules/curation";
import { m } from "~/paraglide/messages.js";
import { Badge } from "~/ui/primitives/badge";
import { buttonStyle, fieldStyle, linkStyle } from "~/ui/primitives/button";
import { Thumbnail } from "~/ui/primitives/picture";

type Props = {
  text: string;
  /** What the address keeps beside the words. */
  fields: Readonly<Record<string, string>>;
  label: string;
  candidates: readonly (Candidate & { isPlaced?: boolean })[];
  page: number;
  hasMore: boolean;
  hrefOf: (page: number) => string;
  /** The button beside a candidate. */
  renderButton: (candidate: Candidate) => ReactNode;
};

/** Search by a part of a name, and what was found with a button each: a plain form that asks the page again. */
export function CandidateSearch({ text, fields, label, candidates, page, hasMore, hrefOf, renderButton }: Props) {
  return (
    <>
      <Form method="get" role="search" preventScrollReset className="flex flex-wrap items-end gap-3">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label className="flex min-w-0 flex-1 flex-col gap-1.5 font-medium">
          {label}
          <input type="search" name="q" defaultValue={text} className={fieldStyle} />
        </label>
        <button type="submit" className={buttonStyle.secondary}>
          {m["curation.pick.search"]()}
        </button>
      </Form>
      {candidates.length === 0 ? (
        <p className="mt-4 text-muted">{m["curation.pick.none"]()}</p>
      ) : (
        <ul className="mt-4 divide-y divide-line rounded border border-line bg-surface">
          {candidates.map((candidate) => (
            <li key={candidate.subjectId} className="flex items-center gap-4 px-4 py-3">
              {candidate.picture ? (
                <span className="w-12 shrink-0">
                  <Thumbnail sha256={candidate.picture.sha256} className="rounded" />
                </span>
              ) : null}
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">{candidate.name}</span>
                {candidate.detail ? <span className="block text-sm text-muted">{candidate.detail}</span> : null}
                {candidate.isPlaced ? <Badge tone="plain">{m["curation.pick.placed"]()}</Badge> : null}
              </span>
              {renderButton(candidate)}
            </li>
          ))}
        </ul>
      )}
      {page > 1 || hasMore ? (
        <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
          {page > 1 ? (
            <Link to={hrefOf(page - 1)} preventScrollReset className={linkStyle}>
              {m["curation.pick.before"]()}
            </Link>
          ) : null}
          {hasMore ? (
            <Link to={hrefOf(page + 1)} preventScrollReset className={linkStyle}>
              {m["curation.pick.more"]()}
            </Link>
          ) : null}
        </p>
      ) : null}
    </>
  );
}
