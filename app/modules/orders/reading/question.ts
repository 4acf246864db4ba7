import { ORDER_STATUSES, type OrderStatus } from "../transitions";

export type AskedOrders = { status: OrderStatus | undefined; hasProblem: boolean; words: string };

/** What an address asks of a list of orders; anything else is no filter. */
export function ordersQuestionOf({ searchParams }: URL): AskedOrders {
  return {
    status: ORDER_STATUSES.find((status) => status === searchParams.get("status")),
    hasProblem: searchParams.has("problem"),
    words: (searchParams.get("q") ?? "").slice(0, 100),
  };
}
