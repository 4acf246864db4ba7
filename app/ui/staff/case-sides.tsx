import { REPORT_REASON_TEXTS, type ReportReason } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";

type Said = { words: string | undefined; when: string };

type Props = {
  reports: readonly (Said & { reason: ReportReason })[];
  statements: readonly Said[];
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
      <section aria-labelledby="statements-title">
        <h2 id="statements-title" className="text-lg">
          {m["reviews.report.side.seller"]()}
        </h2>
        {statements.length === 0 ? (
          <p className="mt-3 text-muted">{unanswered}</p>
        ) : (
          <ul className="mt-3 divide-y divide-line rounded border border-line bg-surface">
            {statements.map(({ words, when }) => (
              <li key={`${when} ${words}`} className="px-5 py-4">
                <p className="whitespace-pre-line break-words">{words}</p>
                <p className="mt-1 text-sm text-muted">{when}</p>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
