import { Link } from "@remix-run/react";
import type { ListingPageView } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { buttonStyle } from "~/ui/primitives/button";
import { Icon } from "~/ui/primitives/icon";

/** Until inquiries are open, the one action is to write to the seller directly. */
export function ContactSeller({ listing }: { listing: ListingPageView }) {
  const paths = usePaths();
  const { seller } = listing;
  return (
    <div className="flex flex-col gap-2">
      {listing.letter ? (
        <a href={listing.letter} className={buttonStyle.primary}>
          <Icon name="mail" />
          {m["catalog.offer.write"]()}
        </a>
      ) : (
        <Link to={paths.seller(seller.slug)} className={buttonStyle.primary}>
          {m["catalog.offer.seeSeller"]()}
        </Link>
      )}
      {seller.email ? <p className="break-words text-center text-sm select-all">{seller.email}</p> : null}
      <p className="text-center text-sm text-muted">
        {seller.phone ? (
          <a href={`tel:${seller.phone}`} className="inline-flex min-h-9 items-center underline underline-offset-4">
            {seller.phone}
          </a>
        ) : null}
        {seller.phone && seller.replyTime ? " · " : ""}
        {seller.replyTime}
      </p>
    </div>
  );
}
