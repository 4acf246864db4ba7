import { useRef } from "react";
import type { ListingPageView } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { buttonStyle } from "~/ui/primitives/button";
import { Icon } from "~/ui/primitives/icon";
import { chosenSku } from "./variant-choice";

/** Puts what is shown into the cart, as many as were asked for; nothing where the price or a variant is still open. */
export function PutInCart({ listing }: { listing: ListingPageView }) {
  const paths = usePaths();
  const quantity = useRef<HTMLInputElement>(null);
  const { offer, variants } = listing;
  const sku = chosenSku(listing);
  const isPriced = offer.price !== undefined && offer.price.place === undefined && offer.refusal === undefined;
  if (!isPriced || (variants.length > 1 && sku === undefined)) return null;
  /** A number that was typed beside the price and not sent yet is what she means. */
  const takeTyped = () => {
    const typed = document.querySelector<HTMLInputElement>("#qty")?.valueAsNumber;
    if (quantity.current && typed !== undefined && Number.isSafeInteger(typed) && typed >= 1) {
      quantity.current.value = String(typed);
    }
  };
  return (
    <form method="post" action={paths.putInCart()} onSubmit={takeTyped} className="flex flex-col">
      <input type="hidden" name="listing" value={listing.listingId} />
      {sku ? <input type="hidden" name="variant" value={sku} /> : null}
      <input ref={quantity} type="hidden" name="quantity" defaultValue={offer.quantity} key={offer.quantity} />
      <button type="submit" className={buttonStyle.primary}>
        <Icon name="cart" />
        {m["checkout.cart.put"]()}
      </button>
    </form>
  );
}
