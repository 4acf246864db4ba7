import { Link } from "@remix-run/react";
import type { OrderRefundToSend } from "~/modules/payments";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";
import { RefundToSend } from "./refunds-to-send";

/** Money of all orders that waits to be sent back at the bank, each with its order and the form that says it was sent. */
export function AllRefundsToSend({ refunds }: { refunds: readonly OrderRefundToSend[] }) {
  const paths = useAllPaths();
  if (refunds.length === 0) return <p className="text-muted">{m["payments.transfer.toSend.none"]()}</p>;
  return (
    <ul className="divide-y divide-line">
      {refunds.map((refund) => (
        <li key={refund.refundId} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 py-4">
          <div className="min-w-0">
            <p className="text-sm text-muted">
              <Link to={paths.staffOrder(refund.orderId)} className={linkStyle}>
                {m["payments.payout.order"]({ reference: refund.reference })}
              </Link>{" "}
              · {refund.on}
            </p>
            <RefundToSend refund={refund} />
          </div>
          <Link to={paths.refundSent(refund.orderId, refund.refundId)} className={buttonStyle.secondary}>
            {m["payments.transfer.toSend.enter"]()}
          </Link>
        </li>
      ))}
    </ul>
  );
}
