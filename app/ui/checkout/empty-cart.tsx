import { Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { buttonStyle } from "~/ui/primitives/button";
import { EmptyState } from "~/ui/primitives/empty-state";

export function EmptyCart() {
  const paths = usePaths();
  return (
    <EmptyState title={m["checkout.cart.empty"]()}>
      <p className="mb-4">{m["checkout.cart.emptyLead"]()}</p>
      <Link to={paths.search()} className={buttonStyle.primary}>
        {m["checkout.cart.toCatalogue"]()}
      </Link>
    </EmptyState>
  );
}
