import type { OrderKind } from "../types";

/** What is taken of one seller, goods apart from services, in an address: `good-<seller>`. */
export function groupKey({ sellerId, kind }: { sellerId: string; kind: OrderKind }): string {
  return `${kind}-${sellerId}`;
}
