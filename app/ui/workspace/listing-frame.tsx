import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { ListingPage } from "~/modules/catalog";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Icon } from "~/ui/primitives/icon";
import { PAGE_NAMES } from "./listing-labels";
import { WorkspaceFrame } from "./workspace-frame";

type Props = {
  listingId: string;
  title: string;
  pages: readonly ListingPage[];
  current: ListingPage;
  lead?: ReactNode;
  children: ReactNode;
};

/** A page on which one part of a listing is written, with the way to the others. */
export function ListingFrame({ listingId, title, pages, current, lead, children }: Props) {
  const paths = useAllPaths();
  return (
    <WorkspaceFrame title={PAGE_NAMES[current]()} lead={lead}>
      <p>
        <Link to={paths.ownListing(listingId)} className="inline-flex min-h-11 items-center gap-2 font-semibold">
          <Icon name="chevronRight" className="size-4 rotate-180" />
          {title}
        </Link>
      </p>
      <nav aria-label={title} className="mt-2">
        <ul className="flex flex-wrap gap-2">
          {pages.map((page) => (
            <li key={page}>
              <Link
                to={paths.listingPart(listingId, page)}
                aria-current={page === current ? "page" : undefined}
                className="inline-flex min-h-11 items-center rounded border border-line bg-surface px-3.5 py-1.5 text-sm hover:border-ink aria-[current]:border-ink aria-[current]:font-semibold"
              >
                {PAGE_NAMES[page]()}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="mt-8">{children}</div>
    </WorkspaceFrame>
  );
}
