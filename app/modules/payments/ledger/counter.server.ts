import type { Entry } from "./entries.server";

/**
 * Sets off what a seller was paid over the counter against what is owed to her, beside the entry that made it due: the
 * entries of orders are then alike for each way of paying, and only the commission is left of it.
 *
 * @param amountMinor what became due; negative when it went back
 */
export function counterSettled(
  cause: Pick<Entry, "source" | "orderId" | "sellerId">,
  currency: string,
  amountMinor: bigint,
): Entry {
  return {
    kind: "counter_settled",
    source: { kind: "counter", id: `${cause.source.kind}:${cause.source.id}` },
    ...(cause.orderId === undefined ? {} : { orderId: cause.orderId }),
    ...(cause.sellerId === undefined ? {} : { sellerId: cause.sellerId }),
    postings: [
      { account: "seller_payable", currency, amountMinor },
      { account: "counter", currency, amountMinor: -amountMinor },
    ],
  };
}
