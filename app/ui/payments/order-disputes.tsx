import { Link } from "@remix-run/react";
import type { OrderDisputeView } from "~/modules/payments";
import { m } from "~/paraglide/messages.js";
import { OrderSection } from "~/ui/orders/order-section";
import { linkStyle } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";

type Props = {
  disputes: readonly OrderDisputeView[];
  /** Where the treasurer answers it. */
  hrefOf?: (disputeId: string) => string;
};

/** What a bank holds of an order's money, or how it ended. */
export function OrderDisputes({ disputes, hrefOf }: Props) {
  if (disputes.length === 0) return null;
  return (
    <OrderSection title={m["disputes.seller.title"]()} id="dispute">
      <ul className="flex flex-col gap-3">
        {disputes.map(({ disputeId, text, reason, on, isOpen }) => (
          <li key={disputeId}>
            <Notice tone={isOpen ? "warning" : "info"}>
              <p>{text}</p>
              <p className="text-sm text-muted">
                {reason} · {on}
              </p>
              {hrefOf ? (
                <Link to={hrefOf(disputeId)} className={linkStyle}>
                  {m["disputes.form.title"]()}
                </Link>
              ) : null}
            </Notice>
          </li>
        ))}
      </ul>
    </OrderSection>
  );
}
