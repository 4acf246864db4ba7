import { Link } from "@remix-run/react";
import { REPORT_OUTCOME_TEXTS, type ListingStatus } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { LISTING_STATUS_NAMES } from "~/ui/workspace/listing-labels";

type Listing = { listingId: string; title: string; slug: string; status: ListingStatus; isPublic: boolean };

/** A shop's listings with their states; those that have a page lead to it. */
export function SellerListings({ listings }: { listings: readonly Listing[] }) {
  const paths = useAllPaths();
  if (listings.length === 0) return null;
  return (
    <details className="mt-8 rounded border border-line bg-surface">
      <summary className="min-h-11 cursor-pointer px-5 py-3 text-lg">
        {m["reviews.sellers.listings"]({ count: listings.length })}
      </summary>
      <ul className="divide-y divide-line border-t border-line">
        {listings.map(({ listingId, title, slug, status, isPublic }) => (
          <li key={listingId} className="flex flex-wrap items-baseline justify-between gap-x-5 gap-y-1 px-5 py-3">
            {isPublic ? (
              <Link to={paths.listing(slug)} className={linkStyle}>
                {title}
              </Link>
            ) : (
              <span>{title}</span>
            )}
            <span className="text-sm text-muted">{LISTING_STATUS_NAMES[status]()}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

type Case = {
  itemId: string;
  title: string;
  opened: string;
  outcome: keyof typeof REPORT_OUTCOME_TEXTS | undefined;
};

/** Reports of a shop's listings and what came of each. */
export function SellerCases({ cases }: { cases: readonly Case[] }) {
  const paths = useAllPaths();
  if (cases.length === 0) return null;
  return (
    <section aria-labelledby="cases-title" className="mt-8">
      <h2 id="cases-title" className="text-lg">
        {m["reviews.report.side.reports"]({ count: cases.length })}
      </h2>
      <ul className="mt-3 divide-y divide-line rounded border border-line bg-surface">
        {cases.map(({ itemId, title, opened, outcome }) => (
          <li key={itemId} className="px-5 py-3">
            <Link to={outcome ? paths.decidedItem(itemId) : paths.reviewReport(itemId)} className={linkStyle}>
              {title}
            </Link>
            <p className="text-sm text-muted">
              {opened} · {outcome ? REPORT_OUTCOME_TEXTS[outcome]() : m["reviews.outcome.open"]()}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
