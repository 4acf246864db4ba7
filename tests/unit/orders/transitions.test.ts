import { describe, expect, it } from "vitest";
import {
  ORDER_ACTORS,
  ORDER_DEEDS,
  ORDER_STATUSES,
  statusAfter,
  TRANSITIONS,
  type OrderStatus,
} from "~/modules/orders/transitions";

/** How an order begins: what needs a yes first, and what is paid at once. */
const FIRST: readonly OrderStatus[] = ["awaiting_acceptance", "pending_payment"];

function reachedFrom(first: readonly OrderStatus[]): Set<OrderStatus> {
  const reached = new Set(first);
  for (const status of reached) {
    for (const { from, to } of TRANSITIONS) if (from.includes(status)) reached.add(to);
  }
  return reached;
}

describe("the drawing of an order", () => {
  it("reaches every status", () => {
    expect([...reachedFrom(FIRST)].toSorted()).toEqual(ORDER_STATUSES.toSorted());
  });

  it("ends: from everywhere it comes to completed, cancelled or refunded, and cancelled and refunded are the end", () => {
    for (const status of ORDER_STATUSES) {
      const reached = reachedFrom([status]);
      expect([status, ["completed", "cancelled", "refunded"].some((end) => reached.has(end as OrderStatus))]).toEqual([
        status,
        true,
      ]);
    }
    for (const end of ["cancelled", "refunded"] as const) expect(reachedFrom([end])).toEqual(new Set([end]));
  });

  it("uses every deed, and leads from one status by one deed of somebody to one other", () => {
    expect([...new Set(TRANSITIONS.map(({ deed }) => deed))].toSorted()).toEqual(ORDER_DEEDS.toSorted());
    const steps = TRANSITIONS.flatMap(({ deed, by, from, to }) =>
      by.flatMap((actor) => from.map((status) => ({ step: `${deed} ${actor} ${status}`, isMove: status !== to }))),
    );
    expect(new Set(steps.map(({ step }) => step)).size).toBe(steps.length);
    expect(steps.every(({ isMove }) => isMove)).toBe(true);
  });

  it.each([
    ["a buyer cancels before it is sent", "cancel", "buyer", "in_preparation", "cancelled"],
    ["and not after", "cancel", "buyer", "shipped", undefined],
    [
      "a seller declines what waits for her, and does not cancel it",
      "cancel",
      "seller",
      "awaiting_acceptance",
      undefined,
    ],
    ["a seller does not complete", "complete", "seller", "shipped", undefined],
    ["nor does she say that it is paid", "receive-all", "seller", "pending_payment", undefined],
    ["the clock does not cancel what is paid", "expire", "clock", "paid", undefined],
    ["all money back ends a completed order, too", "refund-all", "money", "completed", "refunded"],
    ["but not a cancelled one", "refund-all", "money", "cancelled", undefined],
  ] as const)("%s", (_what, deed, by, from, to) => {
    expect(statusAfter(deed, by, from)).toBe(to);
  });

  it("gives everybody something to do", () => {
    for (const actor of ORDER_ACTORS)
      expect(
        ORDER_STATUSES.some((status) => ORDER_DEEDS.some((deed) => statusAfter(deed, actor, status) !== undefined)),
      ).toBe(true);
  });
});
