import { Form, Link } from "@remix-run/react";
import type { ListingStatus } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle, chipStyle, fieldStyle } from "~/ui/primitives/button";
import { LISTING_STATUS_NAMES } from "./listing-labels";

type Props = {
  status: ListingStatus | undefined;
  words: string;
  counts: readonly { status: ListingStatus; count: number }[];
};

/** States with how many are in each, and a search in titles. */
export function ListingFilter({ status, words, counts }: Props) {
  const paths = useAllPaths();
  const current = (chosen: ListingStatus | undefined) => (chosen === status ? ("true" as const) : undefined);
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex flex-wrap gap-2">
        <li>
          <Link to={paths.ownListings({ q: words })} aria-current={current(undefined)} className={chipStyle}>
            {m["catalog.own.all"]()}
          </Link>
        </li>
        {counts
          .filter(({ count }) => count > 0)
          .map((one) => (
            <li key={one.status}>
              <Link
                to={paths.ownListings({ status: one.status, q: words })}
                aria-current={current(one.status)}
                className={chipStyle}
              >
                {LISTING_STATUS_NAMES[one.status]()} · {one.count}
              </Link>
            </li>
          ))}
      </ul>
      <Form method="get" action={paths.ownListings()} role="search" className="flex max-w-md gap-2">
        {status ? <input type="hidden" name="status" value={status} /> : null}
        <input
          type="search"
          name="q"
          defaultValue={words}
          aria-label={m["catalog.own.find"]()}
          placeholder={m["catalog.own.find"]()}
          className={fieldStyle}
        />
        <button type="submit" className={buttonStyle.secondary}>
          {m["catalog.own.search"]()}
        </button>
      </Form>
    </div>
  );
}
