import type { ReviewReason, ReviewStatus } from "~/modules/reviews";
import { m } from "~/paraglide/messages.js";
import { OUTCOME_NAMES, reasonWords } from "./reason-words";

export type OutcomeView = {
  itemId: string;
  status: ReviewStatus;
  decided: string;
  note: string | undefined;
  reasons: ReviewReason[];
};

/** What staff decided before, with the reasons that the team was given. */
export function EarlierOutcomes({ outcomes }: { outcomes: readonly OutcomeView[] }) {
  if (outcomes.length === 0) return null;
  return (
    <section aria-labelledby="outcomes-title" className="mt-8">
      <h2 id="outcomes-title" className="text-lg">
        {m["reviews.outcome.title"]()}
      </h2>
      <ol className="mt-3 divide-y divide-line rounded border border-line bg-surface">
        {outcomes.map(({ itemId, status, decided, note, reasons }) => (
          <li key={itemId} className="px-5 py-3">
            <p className="font-medium">
              {OUTCOME_NAMES[status]()} <span className="text-sm font-normal text-muted">· {decided}</span>
            </p>
            {note ? <p className="whitespace-pre-line break-words">{note}</p> : null}
            <ul>
              {reasons.map((reason) => (
                <li key={`${reason.field} ${reason.code}`}>{reasonWords(reason)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
