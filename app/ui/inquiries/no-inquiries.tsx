import { Link } from "@remix-run/react";
import type { Side } from "~/modules/inquiries";
import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { buttonStyle } from "~/ui/primitives/button";
import { EmptyState } from "~/ui/primitives/empty-state";

type Props = { side: Side; isFiltered: boolean; all: string };

/** No threads at all, or none that the filter lets through. */
export function NoInquiries({ side, isFiltered, all }: Props) {
  const paths = usePaths();
  if (isFiltered) {
    return (
      <EmptyState title={m["inquiries.inbox.nothing"]()}>
        <Link to={all} className={buttonStyle.secondary}>
          {m["inquiries.inbox.everything"]()}
        </Link>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={m["inquiries.inbox.none"]()}>
      {side === "seller" ? (
        <p>{m["inquiries.inbox.noneText"]()}</p>
      ) : (
        <>
          <p>{m["inquiries.inbox.noneBuyer"]()}</p>
          <p className="mt-4">
            <Link to={paths.search()} className={buttonStyle.primary}>
              {m["site.toCatalogue"]()}
            </Link>
          </p>
        </>
      )}
    </EmptyState>
  );
}
