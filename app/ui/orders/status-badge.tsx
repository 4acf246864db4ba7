import type { OrderStatus } from "~/modules/orders";

const TONES: Readonly<Record<OrderStatus, string>> = {
  awaiting_acceptance: "border-saffron bg-saffron-wash text-ink",
  pending_payment: "border-saffron bg-saffron-wash text-ink",
  partly_paid: "border-saffron bg-saffron-wash text-ink",
  paid: "border-indigo bg-indigo-wash text-ink",
  in_preparation: "border-indigo bg-indigo-wash text-ink",
  shipped: "border-indigo bg-indigo-wash text-ink",
  delivered: "border-indigo bg-indigo-wash text-ink",
  completed: "border-verified text-verified",
  cancelled: "border-line text-muted",
  refunded: "border-line text-muted",
};

/** Where an order is, in two words; the colour only repeats whether something is waited for. */
export function OrderStatusBadge({ status, text }: { status: OrderStatus; text: string }) {
  return (
    <span
      className={`inline-flex items-center whitespace-nowrap rounded border px-2 py-0.5 text-sm font-medium ${TONES[status]}`}
    >
      {text}
    </span>
  );
}
