import type { ComponentProps } from "react";
import { REPORT_REASON_TEXTS, type ReportReason } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { Statements } from "./statements";

type Said = { words: string | undefined; when: string };

type Props = {
  reports: readonly (Said & { reason: ReportReason })[];
  statements: ComponentProps<typeof Statements>["statements"];
  /** What stands where the seller has not answered yet. */
  unanswered: string;
};

/** What both sides say of a listing: who reported it, without names, and its seller. */
export function CaseSides({ reports, statements, unanswered }: Props) {
  return (
    <div className="grid gap-6 md:grid-cols-2">
      <section aria-labelledby="reports-title">
        <h2 id="reports-title" className="text-lg">
          {m["reviews.report.side.reports"]({ count: reports.length })}
        </h2>
        <ul className="mt-3 divide-y divide-line rounded border border-line bg-surface">
          {reports.map(({ reason, words, when }) => (
            <li key={`${when} ${reason} ${words ?? ""}`} className="px-5 py-4">
              <p className="font-semibold">{REPORT_REASON_TEXTS[reason]()}</p>
              {words ? <p className="mt-1 whitespace-pre-line break-words">{words}</p> : null}
              <p className="mt-1 text-sm text-muted">{when}</p>
            </li>
          ))}
        </ul>
      </section>
      <Statements title={m["reviews.report.side.seller"]()} statements={statements} unanswered={unanswered} />
    </div>
  );
}
