import { Link } from "@remix-run/react";
import type { ListingNumbers, NumberSort } from "~/modules/reporting";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";

type Props = { listings: readonly ListingNumbers[]; sort: NumberSort };

/** Each listing with its last thirty days; a head that is pressed sorts by its column. */
export function ListingNumbersTable({ listings, sort }: Props) {
  const paths = useAllPaths();
  if (listings.length === 0) return <p className="mt-2 text-muted">{m["reporting.numbers.noListings"]()}</p>;
  return (
    <table className="mt-3 w-full">
      <thead>
        <tr className="border-b border-field text-sm">
          <Head sort="title" current={sort} label={m["reporting.numbers.listing"]()} isText />
          <Head sort="views" current={sort} label={m["reporting.numbers.views"]()} />
          <Head sort="saves" current={sort} label={m["reporting.numbers.saves"]()} />
        </tr>
      </thead>
      <tbody>
        {listings.map(({ listingId, title, views, saves }) => (
          <tr key={listingId} className="border-b border-line">
            <th scope="row" className="hyphens-auto py-2.5 pr-2 text-left font-normal [overflow-wrap:anywhere] sm:pr-4">
              <Link to={paths.numbers({ listing: listingId })} className={linkStyle}>
                {title === "" ? m["reporting.numbers.untitled"]() : title}
              </Link>
            </th>
            <td className="py-2.5 pl-3 text-right tabular-nums">{views}</td>
            <td className="py-2.5 pl-3 text-right tabular-nums">{saves}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type HeadProps = { sort: NumberSort; current: NumberSort; label: string; isText?: boolean };

function Head({ sort, current, label, isText = false }: HeadProps) {
  const paths = useAllPaths();
  const isSorted = sort === current;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (isText ? "ascending" : "descending") : undefined}
      className={isText ? "text-left" : "pl-2 text-right"}
    >
      <Link
        to={paths.numbers({ sort })}
        preventScrollReset
        className="inline-flex min-h-11 items-center font-medium text-muted hover:text-ink hover:underline"
      >
        {label}
        {isSorted ? <span aria-hidden="true">{isText ? "\u00a0↑" : "\u00a0↓"}</span> : null}
      </Link>
    </th>
  );
}
