import { Link } from "@remix-run/react";
import type { DisputeView } from "~/modules/payments";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";

/** What a bank took and why, how it stands, and the orders that it is about. */
export function DisputeFacts({ dispute }: { dispute: DisputeView }) {
  const paths = useAllPaths();
  const { amount, isTaken, reason, state, openedOn, closedOn, answerBy, orders } = dispute;
  const facts = [
    [isTaken ? m["disputes.amount"]() : m["disputes.asked"](), amount],
    [m["disputes.reason"](), reason],
    [m["disputes.state"](), state],
    [m["disputes.openedOn"](), openedOn],
    ...(closedOn ? [[m["disputes.closedOn"](), closedOn] as const] : []),
  ] as const;
  return (
    <div className="rounded border border-line bg-surface p-4">
      {answerBy ? <p className="mb-3 text-lg font-semibold">{m["disputes.answerBy"]({ day: answerBy })}</p> : null}
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="mb-1 sm:mb-0">{value}</dd>
          </div>
        ))}
        <dt className="text-muted">{m["disputes.orders"]()}</dt>
        <dd className="flex flex-wrap gap-x-4">
          {orders.map(({ orderId, reference }) => (
            <Link key={orderId} to={paths.staffOrder(orderId)} className={linkStyle}>
              {reference}
            </Link>
          ))}
        </dd>
      </dl>
    </div>
  );
}
