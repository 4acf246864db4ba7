import { Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";

type Order = { orderId: string; reference: string; seller: string; total: string };

/** The orders of a checkout, each with its page. */
export function OrderLinks({ orders }: { orders: readonly Order[] }) {
  const paths = useAllPaths();
  return (
    <ul className="divide-y divide-line border-y border-line">
      {orders.map(({ orderId, reference, seller, total }) => (
        <li key={orderId} className="flex flex-wrap items-baseline justify-between gap-x-4 py-3">
          <span>
            <strong className="font-semibold">{seller}</strong>
            <span className="text-muted"> · {reference}</span>
          </span>
          <span className="tabular-nums">{total}</span>
          <Link to={paths.order(orderId)} className={`${linkStyle} inline-flex min-h-11 w-full items-center`}>
            {m["checkout.after.openOrder"]()}
          </Link>
        </li>
      ))}
    </ul>
  );
}
