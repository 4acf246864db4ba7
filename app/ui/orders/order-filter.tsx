import { ORDER_STATUS_TEXTS, type OrderStatus } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";
import { ChipFilter } from "~/ui/primitives/chip-filter";

export type ChosenOrders = { status?: string | undefined; problem?: string | undefined; q?: string | undefined };

type Props = {
  chosen: ChosenOrders;
  counts: readonly { status: OrderStatus; count: number }[];
  problems: number;
  hrefOf: (chosen: ChosenOrders) => string;
};

/** States with how many orders are in each, those with a problem, and a search. */
export function OrderFilter({ chosen, counts, problems, hrefOf }: Props) {
  const { status, problem, q } = chosen;
  const chips = [
    { key: "all", label: m["orders.list.all"](), href: hrefOf({ q }), isOn: !status && !problem },
    ...(problems > 0 || problem
      ? [
          {
            key: "problem",
            label: m["orders.list.problems"]({ count: problems }),
            href: hrefOf({ q, problem: "1" }),
            isOn: problem !== undefined,
          },
        ]
      : []),
    ...counts
      .filter(({ count }) => count > 0)
      .map((one) => ({
        key: one.status,
        label: `${ORDER_STATUS_TEXTS[one.status]()} · ${one.count}`,
        href: hrefOf({ q, status: one.status }),
        isOn: one.status === status,
      })),
  ];
  return (
    <ChipFilter
      chips={chips}
      action={hrefOf({})}
      kept={{ status, problem }}
      words={q}
      label={m["orders.list.search"]()}
      submit={m["orders.list.find"]()}
    />
  );
}
