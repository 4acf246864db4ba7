import { Link } from "@remix-run/react";
import type { OrderRowView } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";
import { Badge } from "~/ui/primitives/badge";
import { Thumbnail } from "~/ui/primitives/picture";
import { SendByInList } from "./send-by";
import { OrderStatusBadge } from "./status-badge";

type Props = { rows: readonly OrderRowView[]; hrefOf: (orderId: string) => string };

/** Orders, each one link with the other side, what was ordered, what it costs and what it waits for. */
export function OrderList({ rows, hrefOf }: Props) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {rows.map((row) => (
        <li key={row.orderId} data-row className="relative grid grid-cols-[3.5rem_1fr] gap-4 py-4 hover:bg-sunken">
          {row.sha256 ? (
            <Thumbnail sha256={row.sha256} className="w-14 rounded" />
          ) : (
            <span className="aspect-4/5 w-14 rounded bg-sunken" />
          )}
          <div className="min-w-0">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
              <Link
                to={hrefOf(row.orderId)}
                className={`underline-offset-4 after:absolute after:inset-0 hover:underline ${row.isWaiting ? "font-bold" : "font-medium"}`}
              >
                {row.about}
              </Link>
              <span className="whitespace-nowrap font-semibold tabular-nums">{row.total}</span>
            </p>
            <p className="text-sm">
              {row.who} · {row.country}
            </p>
            <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-muted">
              <OrderStatusBadge status={row.status} text={row.statusText} />
              {row.hasProblem ? <Badge tone="warning">{m["orders.list.hasProblem"]()}</Badge> : null}
              <SendByInList sendBy={row.sendBy} />
              {row.waits ? <span>{row.waits}</span> : null}
              <span>№ {row.reference}</span>
              <span>{row.placedOn}</span>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
