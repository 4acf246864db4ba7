import { useSearchParams } from "@remix-run/react";
import type { CartView } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle } from "~/ui/primitives/button";

/** What was in the cart and is offered no more: named, so that nothing vanishes unseen. */
export function GoneLines({ lines }: { lines: CartView["gone"] }) {
  const paths = useAllPaths();
  const [query] = useSearchParams();
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="gone" className="rounded border border-line bg-surface p-5">
      <h2 id="gone" className="text-lg">
        {m["checkout.cart.gone"]()}
      </h2>
      <p className="text-sm text-muted">{m["checkout.cart.goneLead"]()}</p>
      <ul className="mt-3 divide-y divide-line">
        {lines.map(({ lineId, title }) => (
          <li key={lineId} className="flex items-center justify-between gap-4 py-1">
            <span>{title}</span>
            <form method="post" action={paths.changeCartLine({ pay: query.get("pay") ?? undefined })}>
              <input type="hidden" name="line" value={lineId} />
              <input type="hidden" name="quantity" value="0" />
              <button type="submit" className={buttonStyle.quiet} aria-label={m["checkout.cart.removeOf"]({ title })}>
                {m["checkout.cart.remove"]()}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
