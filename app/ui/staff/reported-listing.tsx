import { Link } from "@remix-run/react";
import type { ReportCase } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { mediaPath } from "~/platform/http/paths";
import { usePaths } from "~/ui/layouts/site";
import { linkStyle } from "~/ui/primitives/button";
import { Picture } from "~/ui/primitives/picture";

type Props = Pick<ReportCase, "listing" | "sellerId" | "sellerName">;

/** What was reported, as the public saw it then, with the ways to its page and to its shop. */
export function ReportedListing({ listing: { slug, title, isPublic, picture }, sellerId, sellerName }: Props) {
  const paths = usePaths();
  return (
    <div className="mb-8 flex flex-wrap gap-x-5 gap-y-3 rounded border border-line bg-surface p-4">
      {picture ? (
        <a
          href={mediaPath(picture.sha256, 1280, "jpeg")}
          target="_blank"
          rel="noreferrer"
          className="block w-36 sm:w-48"
        >
          <Picture picture={{ ...picture, alt: title }} sizes="12rem" isFirst className="rounded" />
        </a>
      ) : null}
      <div className="min-w-0 flex-1 basis-56">
        <p className="text-lg font-semibold">
          {isPublic ? (
            <Link to={paths.listing(slug)} className={linkStyle}>
              {title}
            </Link>
          ) : (
            title
          )}
        </p>
        <p className="mt-1">
          <Link to={paths.staffSeller(sellerId)} className={linkStyle}>
            {sellerName}
          </Link>
        </p>
        <p className="mt-3 text-sm text-muted">{m["reviews.report.asReported"]()}</p>
        {isPublic ? null : <p className="text-sm text-muted">{m["reviews.report.notPublic"]()}</p>}
      </div>
    </div>
  );
}
