import { Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Notice } from "~/ui/primitives/notice";

/** Above a cart: what was ordered out of it waits for its money, and holds its pieces until then. */
export function UnpaidOrder({ order }: { order: { orderId: string; reference: string } }) {
  const paths = useAllPaths();
  return (
    <div className="mt-4">
      <Notice tone="warning">
        {m["checkout.cart.unpaid"]({ reference: order.reference })}{" "}
        <Link to={paths.order(order.orderId)} className="underline underline-offset-4">
          {m["checkout.cart.goOnToPay"]()}
        </Link>
      </Notice>
    </div>
  );
}
