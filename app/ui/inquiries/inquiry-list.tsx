import { Link } from "@remix-run/react";
import type { InquiryRowView } from "~/modules/inquiries";
import { m } from "~/paraglide/messages.js";
import { Badge } from "~/ui/primitives/badge";
import { Thumbnail } from "~/ui/primitives/picture";
import { StatusBadge } from "./status-badge";

type Props = { rows: readonly InquiryRowView[]; hrefOf: (inquiryId: string) => string };

/** Threads, each one link with who, about what, the last words and how long it waits. */
export function InquiryList({ rows, hrefOf }: Props) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {rows.map((row) => (
        <li key={row.inquiryId} className="relative grid grid-cols-[3.5rem_1fr] gap-4 py-4 hover:bg-sunken">
          {row.picture ? <Thumbnail sha256={row.picture.sha256} className="w-14 rounded" /> : <span />}
          <div className="min-w-0">
            <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <Link
                to={hrefOf(row.inquiryId)}
                className={`underline-offset-4 after:absolute after:inset-0 hover:underline ${row.isUnread ? "font-bold" : "font-medium"}`}
              >
                {row.who}
              </Link>
              <span className="text-sm text-muted">{row.when}</span>
            </p>
            <p className="text-sm">
              {row.about} · {row.country}
            </p>
            {row.words ? <p className="truncate text-sm text-muted">{row.words}</p> : null}
            <p className="mt-1.5 flex flex-wrap items-center gap-2 text-sm text-muted">
              <StatusBadge status={row.status} />
              {row.isUnread ? <Badge tone="warning">{m["inquiries.inbox.isNew"]()}</Badge> : null}
              {row.kind === "sample" ? <Badge tone="featured">{m["inquiries.inbox.sample"]()}</Badge> : null}
              {row.waits ? <span>{row.waits}</span> : null}
              {row.assignedName ? <span>{m["inquiries.inbox.assigned"]({ name: row.assignedName })}</span> : null}
              <span>№ {row.reference}</span>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
