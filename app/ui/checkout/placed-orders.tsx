import { m } from "~/paraglide/messages.js";
import { OrderLinks } from "./order-links";

type Props = { orders: readonly { orderId: string; reference: string; seller: string; total: string }[] };

/** Ordered, and nothing is to be paid before the sellers have said yes. */
export function PlacedOrders({ orders }: Props) {
  return (
    <div className="mx-auto max-w-2xl py-8">
      <h1 className="text-2xl">{m["checkout.after.waits"]()}</h1>
      <p className="mt-2 mb-6 text-muted">{m["checkout.after.waitsLead"]()}</p>
      <OrderLinks orders={orders} />
    </div>
  );
}
