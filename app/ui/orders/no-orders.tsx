import { Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle } from "~/ui/primitives/button";
import { EmptyState } from "~/ui/primitives/empty-state";

type Props = { side: "buyer" | "seller" | "staff"; isFiltered: boolean; all: string };

/** No orders at all, or none that fits what was chosen; and what to do next. */
export function NoOrders({ side, isFiltered, all }: Props) {
  const paths = useAllPaths();
  if (isFiltered) {
    return (
      <EmptyState title={m["orders.list.noneFound"]()}>
        <Link to={all} className={buttonStyle.secondary}>
          {m["orders.list.showAll"]()}
        </Link>
      </EmptyState>
    );
  }
  if (side === "staff") return <EmptyState title={m["orders.list.none"]()}>{m["orders.list.noneStaff"]()}</EmptyState>;
  const isBuyer = side === "buyer";
  return (
    <EmptyState title={m["orders.list.none"]()}>
      <p>{isBuyer ? m["orders.list.noneBuyer"]() : m["orders.list.noneSeller"]()}</p>
      <p className="mt-4">
        <Link to={isBuyer ? paths.search() : paths.ownListings()} className={buttonStyle.primary}>
          {isBuyer ? m["orders.list.goSearch"]() : m["orders.list.goListings"]()}
        </Link>
      </p>
    </EmptyState>
  );
}
