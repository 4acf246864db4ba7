import { Link } from "@remix-run/react";
import type { OrderStep } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";

/** What each missing thing is needed for. */
const WHY: Readonly<Record<OrderStep, { task: () => string; why: () => string }>> = {
  legal: { task: m["sellers.task.legal"], why: m["sellers.task.legalWhy"] },
  paper: { task: m["sellers.task.paper"], why: m["sellers.task.paperWhy"] },
  bank: { task: m["sellers.task.bank"], why: m["sellers.task.bankWhy"] },
};

/** What a shop lacks before buyers may order from it; until then they may ask. */
export function ShopTasks({ missing }: { missing: readonly OrderStep[] }) {
  const paths = useAllPaths();
  if (missing.length === 0) return null;
  return (
    <section aria-labelledby="tasks" className="rounded border border-line bg-surface p-4 sm:p-5">
      <h2 id="tasks" className="text-lg">
        {m["sellers.task.title"]()}
      </h2>
      <p className="mt-1 text-muted">{m["sellers.task.lead"]()}</p>
      <ul className="mt-3 flex flex-col gap-3">
        {missing.map((step) => (
          <li key={step}>
            <Link to={paths.shopStep(step)} className={`${linkStyle} inline-flex min-h-11 items-center`}>
              {WHY[step].task()}
            </Link>
            <p className="text-sm text-muted">{WHY[step].why()}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
