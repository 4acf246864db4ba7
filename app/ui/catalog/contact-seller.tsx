import { Link, useNavigate, useSearchParams } from "@remix-run/react";
import type { MouseEvent } from "react";
import type { ListingPageView } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { useRememberedSource } from "~/ui/inquiries/source";
import { usePaths } from "~/ui/layouts/site";
import { buttonStyle } from "~/ui/primitives/button";
import { Icon } from "~/ui/primitives/icon";
import { chosenSku } from "./variant-choice";

/** The one action of the page: to ask, with everything that was chosen on it; a sample by one tap; and the direct ways. */
export function ContactSeller({ listing }: { listing: ListingPageView }) {
  const paths = usePaths();
  const [query] = useSearchParams();
  const { seller, slug, offer } = listing;
  const variant = chosenSku(listing);
  const found = useRememberedSource({ source: "listing", detail: "" });
  const navigate = useNavigate();
  const askFor = (qty: number) =>
    paths.newInquiry({
      listing: slug,
      variant,
      qty,
      by: query.get("by") ?? undefined,
      src: query.get("src") ?? undefined,
    });
  /** A number that was typed beside the price and not sent yet is what she means. */
  const askForTyped = (event: MouseEvent) => {
    const typed = document.querySelector<HTMLInputElement>("#qty")?.valueAsNumber;
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!isPlain || typed === undefined || !Number.isSafeInteger(typed) || typed < 1 || typed === offer.quantity)
      return;
    event.preventDefault();
    navigate(askFor(typed));
  };
  return (
    <div className="flex flex-col gap-2">
      <Link to={askFor(offer.quantity)} onClick={askForTyped} rel="nofollow" className={buttonStyle.primary}>
        <Icon name="mail" />
        {offer.isAsked ? m["inquiries.ask.buttonQuantity"]({ count: offer.quantity }) : m["inquiries.ask.button"]()}
      </Link>
      {listing.canBeSampled ? (
        // A plain form: who is signed in has asked by this one press, a guest goes on to say who she is.
        <form method="post" action={paths.orderSample()} className="flex flex-col">
          <input type="hidden" name="listing" value={listing.listingId} />
          <input type="hidden" name="source" value={found.source} />
          <input type="hidden" name="sourceDetail" value={found.detail} />
          {variant ? <input type="hidden" name="variant" value={variant} /> : null}
          <button type="submit" className={buttonStyle.secondary}>
            {m["inquiries.ask.sampleButton"]()}
          </button>
        </form>
      ) : null}
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
