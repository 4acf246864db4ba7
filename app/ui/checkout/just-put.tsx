import { Link } from "@remix-run/react";
import type { CartView } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { linkStyle } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";

type Props = {
  cart: Pick<CartView, "groups">;
  /** `asked` is how many were wanted, where the cart has another number of it. */
  put: { listingId?: string | undefined; asked?: number | undefined };
};

/** Above the cart: what has just come into it, with the way back to where it came from. */
export function JustPut({ cart, put: { listingId, asked } }: Props) {
  const paths = usePaths();
  const line = cart.groups.flatMap(({ lines }) => lines).find((one) => one.listingId === listingId);
  if (!line) return null;
  return (
    <div className="mt-4">
      <Notice tone="info" icon="check">
        <p>{m["checkout.cart.isIn"]({ title: line.title })}</p>
        {asked !== undefined && asked < line.least ? (
          <p className="mt-1 font-medium">{m["checkout.cart.raised"]({ asked, least: line.least })}</p>
        ) : null}
        <p className="mt-1 flex flex-wrap gap-x-5">
          <Link to={paths.listing(line.slug)} className={`${linkStyle} inline-flex min-h-11 items-center`}>
            {m["checkout.cart.backToIt"]()}
          </Link>
          <Link to={paths.search()} className={`${linkStyle} inline-flex min-h-11 items-center`}>
            {m["checkout.cart.lookOn"]()}
          </Link>
        </p>
      </Notice>
    </div>
  );
}
