import { Link } from "@remix-run/react";
import type { OrderLineView, OrderView } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { Thumbnail } from "~/ui/primitives/picture";

/** What was ordered, line by line, and what it comes to. */
export function OrderLines({ order }: { order: OrderView }) {
  const isSent = order.parcels.length > 0;
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {order.lines.map((line) => (
          <Line key={line.lineId} line={line} isSent={isSent} isService={order.kind === "service"} />
        ))}
      </ul>
      <Sums order={order} />
    </>
  );
}

function Line({ line, isSent, isService }: { line: OrderLineView; isSent: boolean; isService: boolean }) {
  const paths = usePaths();
  const { title, variant, sku, certificateNumber } = line;
  return (
    <li className="grid grid-cols-[3.5rem_1fr] gap-4 py-4">
      {line.sha256 ? (
        <Thumbnail sha256={line.sha256} className="w-14 rounded" />
      ) : (
        <span className="aspect-4/5 w-14 rounded bg-sunken" />
      )}
      <div className="min-w-0">
        <p className="flex items-baseline justify-between gap-x-4">
          <span className="min-w-0 font-medium" lang={title.lang}>
            {line.slug ? (
              <Link to={paths.listing(line.slug)} className="underline-offset-4 hover:underline">
                {title.text}
              </Link>
            ) : (
              title.text
            )}
            {variant ? <span className="font-normal">, {variant}</span> : null}
          </span>
          <span className="whitespace-nowrap font-semibold tabular-nums">{line.total}</span>
        </p>
        <p className="text-sm text-muted">
          {/* People, hours and projects are no pieces. */}
          {isService ? `${line.quantity} × ` : `${m["orders.page.pieces"]({ count: line.quantity })} · `}
          <span className="whitespace-nowrap">{m["orders.page.each"]({ price: line.price, unit: line.unit })}</span>
        </p>
        <p className="flex flex-wrap gap-x-4 text-sm text-muted">
          {sku ? <span>{m["orders.page.sku"]({ sku })}</span> : null}
          {isSent ? <span>{m["orders.page.sentOf"]({ sent: line.sent, quantity: line.quantity })}</span> : null}
          {certificateNumber ? <span>{m["orders.page.certificate"]({ number: certificateNumber })}</span> : null}
        </p>
      </div>
    </li>
  );
}

function Sums({ order }: { order: OrderView }) {
  const rows = [
    [order.kind === "service" ? m["orders.page.services"]() : m["orders.page.goods"](), order.goods],
    ...(order.delivery === "digital" ? [] : [[m["orders.page.shippingCost"](), order.shipping]]),
  ] as const;
  return (
    <dl className="ml-auto mt-4 flex max-w-sm flex-col gap-1.5">
      {rows.map(([name = "", value = ""]) => (
        <div key={name} className="flex justify-between gap-6">
          <dt className="text-muted">{name}</dt>
          <dd className="whitespace-nowrap tabular-nums">{value}</dd>
        </div>
      ))}
      <div className="flex justify-between gap-6 border-t border-line pt-1.5 text-lg font-semibold">
        <dt>{m["orders.page.total"]()}</dt>
        <dd className="whitespace-nowrap tabular-nums">{order.total}</dd>
      </div>
    </dl>
  );
}
