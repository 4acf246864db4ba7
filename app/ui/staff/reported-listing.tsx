import { Link } from "@remix-run/react";
import type { Fact, ReportCase } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import type { PictureView } from "~/ui/primitives/picture";
import { FactList, PictureGrid } from "./listing-sheet";

type Props = Pick<ReportCase, "listing" | "sellerId" | "sellerName"> & {
  pictures: readonly PictureView[];
  facts: readonly Fact[];
};

/** What was reported, as the public saw it then, with the ways to its page and to its shop. */
export function ReportedListing({ listing: { slug, title, isPublic }, sellerId, sellerName, pictures, facts }: Props) {
  const paths = useAllPaths();
  return (
    <section aria-labelledby="reported-title" className="mb-8 flex flex-col gap-4">
      <div className="rounded border border-line bg-surface p-4">
        <h2 id="reported-title" className="text-lg">
          {isPublic ? (
            <Link to={paths.listing(slug)} className={linkStyle}>
              {title}
            </Link>
          ) : (
            title
          )}
        </h2>
        <p className="mt-1">
          <Link to={paths.staffSeller(sellerId)} className={linkStyle}>
            {sellerName}
          </Link>
        </p>
        <p className="mt-3 text-sm text-muted">{m["reviews.report.asReported"]()}</p>
        {isPublic ? null : <p className="text-sm text-muted">{m["reviews.report.notPublic"]()}</p>}
      </div>
      <PictureGrid pictures={pictures} />
      <FactList facts={facts} />
    </section>
  );
}
