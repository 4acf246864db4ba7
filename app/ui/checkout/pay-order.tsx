import { Link } from "@remix-run/react";
import type { PaymentMethod } from "~/modules/orders";
import type { OrderPaymentsView } from "~/modules/payments";
import { m } from "~/paraglide/messages.js";
import { PressForm } from "~/ui/forms/press-form";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";

type Props = { orderId: string; payments: OrderPaymentsView; formKey: string };

const BUTTONS: Readonly<Partial<Record<PaymentMethod, (of: { what: string }) => string>>> = {
  stripe: m["checkout.payOrder.card"],
  bank_transfer: m["checkout.payOrder.transfer"],
};

/** What the buyer can do about what is still due. */
export function PayOrder({ orderId, payments, formKey }: Props) {
  const paths = useAllPaths();
  const { methods, checkout } = payments;
  if (checkout?.isUnderWay) return <p className="text-sm text-muted">{m["checkout.after.processing"]()}</p>;
  // Where to transfer stands above.
  if (methods.length === 0 || payments.transfer) return null;
  if (checkout && checkout.method !== "stripe") {
    return (
      <Link to={paths.checkoutOf(checkout.checkoutId)} className={`${linkStyle} inline-flex min-h-11 items-center`}>
        {m["checkout.payOrder.instructions"]()}
      </Link>
    );
  }
  const offered = methods.filter((method) => (checkout ? method === checkout.method : BUTTONS[method] !== undefined));
  return (
    <div className="flex flex-wrap gap-3">
      {offered.map((method, at) => (
        <PressForm
          key={method}
          action={paths.payOrder(orderId)}
          formKey={formKey}
          fields={{ method }}
          look={at === 0 ? "primary" : "secondary"}
        >
          {BUTTONS[method]?.({ what: payments.next ?? "" }) ?? ""}
        </PressForm>
      ))}
    </div>
  );
}
