import { Link } from "@remix-run/react";
import type { DisputeRowView } from "~/modules/payments";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";

/** Disputes with what matters of each: how much, why, how it stands and until when it is to be answered. */
export function DisputeList({ title, disputes }: { title: string; disputes: readonly DisputeRowView[] }) {
  const paths = useAllPaths();
  return (
    <section className="mt-6 first:mt-0">
      <h2 className="text-xl">{title}</h2>
      {disputes.length === 0 ? <p className="mt-2 text-muted">{m["disputes.none"]()}</p> : null}
      <ul className="mt-2 divide-y divide-line">
        {disputes.map(({ disputeId, amount, reason, state, openedOn, closedOn, answerBy }) => (
          <li key={disputeId} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
            <span className="min-w-0">
              <Link to={paths.staffDispute(disputeId)} className={`${linkStyle} font-medium`}>
                {reason}
              </Link>
              <span className="block text-sm text-muted">
                {closedOn ?? openedOn} · {state}
              </span>
              {answerBy ? <span className="block font-medium">{m["disputes.answerBy"]({ day: answerBy })}</span> : null}
            </span>
            <span className="whitespace-nowrap font-semibold tabular-nums">{amount}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
