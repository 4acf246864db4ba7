import { SHOP_FIELDS, SHOP_REASONS } from "~/modules/sellers";
import type { ReviewReason, ReviewStatus } from "~/modules/reviews";
import { m } from "~/paraglide/messages.js";
import { REASON_NAMES } from "~/ui/workspace/shop-labels";
import { SHOP_FIELD_NAMES } from "./shop-field-names";

export type OutcomeView = {
  itemId: string;
  status: ReviewStatus;
  decided: string;
  note: string | undefined;
  reasons: ReviewReason[];
};

const OUTCOMES: Readonly<Record<ReviewStatus, () => string>> = {
  open: m["reviews.outcome.open"],
  approved: m["reviews.outcome.approved"],
  changes_requested: m["reviews.outcome.changesRequested"],
  rejected: m["reviews.outcome.rejected"],
  withdrawn: m["reviews.outcome.withdrawn"],
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
              {OUTCOMES[status]()} <span className="text-sm font-normal text-muted">· {decided}</span>
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

function reasonWords({ field, code, words }: ReviewReason): string {
  const known = SHOP_FIELDS.find((own) => own === field);
  const reason = SHOP_REASONS.find((own) => own === code);
  const said = [reason && REASON_NAMES[reason](), words].filter(Boolean).join(" · ");
  return known ? `${SHOP_FIELD_NAMES[known]()}: ${said}` : said;
}
