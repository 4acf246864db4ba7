import { INQUIRY_REPORT_REASON_TEXTS, type InquiryCaseView } from "~/modules/inquiries";
import { m } from "~/paraglide/messages.js";

type Props = { report: InquiryCaseView };

/** What one side of a thread reports, and what the other says to it. */
export function CaseSides({
  report: { reportedBy, reason, words, when, answerBy, isUnheard, isEarly, statements },
}: Props) {
  const [own, other] =
    reportedBy === "buyer"
      ? [m["inquiryCases.side.reportOfBuyer"], m["reviews.report.side.seller"]]
      : [m["inquiryCases.side.reportOfSeller"], m["inquiryCases.side.buyer"]];
  return (
    <div className="grid gap-6 md:grid-cols-2">
      <section aria-labelledby="report-title">
        <h2 id="report-title" className="text-lg">
          {own()}
        </h2>
        <div className="mt-3 rounded border border-line bg-surface px-5 py-4">
          <p className="font-semibold">{INQUIRY_REPORT_REASON_TEXTS[reason]()}</p>
          {words ? <p className="mt-1 whitespace-pre-line break-words">{words}</p> : null}
          <p className="mt-1 text-sm text-muted">{when}</p>
        </div>
      </section>
      <section aria-labelledby="statements-title">
        <h2 id="statements-title" className="text-lg">
          {other()}
        </h2>
        {statements.length === 0 ? (
          <p className="mt-3 text-muted">
            {isUnheard
              ? m["reviews.report.side.waiting"]({ when: answerBy })
              : isEarly
                ? m["inquiryCases.side.early"]()
                : m["inquiryCases.side.silent"]({ when: answerBy })}
          </p>
        ) : (
          <ul className="mt-3 divide-y divide-line rounded border border-line bg-surface">
            {statements.map((said) => (
              <li key={said.at} className="px-5 py-4">
                <p className="whitespace-pre-line break-words">{said.words}</p>
                <p className="mt-1 text-sm text-muted">{said.when}</p>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
