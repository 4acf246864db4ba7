import { Link } from "@remix-run/react";
import type { DeskQueue } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Badge } from "~/ui/primitives/badge";

export const QUEUE_NAMES: Readonly<Record<DeskQueue, () => string>> = {
  sellers: m["reviews.desk.queue.sellers"],
  seller_changes: m["reviews.desk.queue.sellerChanges"],
  listings: m["reviews.desk.queue.listings"],
  listing_changes: m["reviews.desk.queue.listingChanges"],
  listing_checks: m["reviews.desk.queue.listingChecks"],
  reports: m["reviews.desk.queue.reports"],
  inquiry_reports: m["inquiryCases.desk.queue"],
  evidence: m["evidence.desk.queue"],
  evidence_rechecks: m["evidence.desk.recheckQueue"],
};

export type Tab = { queue: DeskQueue; waiting: number; late: number };

/** The queues with how many wait in each, and how many of them too long. */
export function DeskTabs({ tabs, current }: { tabs: readonly Tab[]; current: DeskQueue }) {
  const paths = useAllPaths();
  return (
    <nav aria-label={m["reviews.desk.queues"]()}>
      <ul className="flex flex-wrap gap-2">
        {tabs.map(({ queue, waiting, late }) => (
          <li key={queue}>
            <Link
              to={paths.desk({ queue })}
              aria-current={queue === current ? "page" : undefined}
              className="inline-flex min-h-11 items-center gap-2 rounded border border-line bg-surface px-4 hover:border-ink aria-[current]:border-ink aria-[current]:font-semibold"
            >
              {QUEUE_NAMES[queue]()}
              <span className="tabular-nums text-muted">
                {waiting}
                <span className="sr-only"> {m["reviews.desk.waiting"]()}</span>
              </span>
              {late > 0 ? <Badge tone="warning">{m["reviews.desk.lateCount"]({ count: late })}</Badge> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
