import { INQUIRY_REPORT_REASON_TEXTS, type InquiryCaseView } from "~/modules/inquiries";
import { m } from "~/paraglide/messages.js";
import { Statements } from "~/ui/staff/statements";

type Props = { report: InquiryCaseView };

/** What one side of a thread reports, and what the other says to it. */
export function CaseSides({ report }: Props) {
  const { reportedBy, reason, words, when, statements } = report;
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
      <Statements title={other()} statements={statements} unanswered={unansweredText(report)} />
    </div>
  );
}

function unansweredText({ isUnheard, isEarly, answerBy: when }: InquiryCaseView): string {
  if (isUnheard) return m["reviews.report.side.waiting"]({ when });
  return isEarly ? m["inquiryCases.side.early"]() : m["inquiryCases.side.silent"]({ when });
}
