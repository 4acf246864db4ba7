import { Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { buttonStyle } from "~/ui/primitives/button";

type Props = { page: number; hasMore: boolean; hrefOf: (page: number) => string };

/** Through a list that goes back in time and that nobody counts. */
export function OlderAndNewer({ page, hasMore, hrefOf }: Props) {
  if (page === 1 && !hasMore) return null;
  return (
    <nav aria-label={m["site.pages"]()} className="mt-6 flex flex-wrap gap-3">
      {page > 1 ? (
        <Link rel="prev" to={hrefOf(page - 1)} className={buttonStyle.secondary}>
          {m["payments.payout.earlier"]()}
        </Link>
      ) : null}
      {hasMore ? (
        <Link rel="next" to={hrefOf(page + 1)} className={buttonStyle.secondary}>
          {m["payments.payout.later"]()}
        </Link>
      ) : null}
    </nav>
  );
}
