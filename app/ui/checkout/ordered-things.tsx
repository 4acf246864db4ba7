import type { CartView } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";
import { GroupSum } from "./cart-group";
import { CustomsNote } from "./customs-note";

type Props = { cart: Pick<CartView, "groups" | "rateNote" | "customs" | "tax">; total: string };

/** What is about to be ordered, by seller, with everything that it costs. */
export function OrderedThings({ cart, total }: Props) {
  return (
    <section aria-labelledby="ordered" className="rounded border border-line bg-surface p-5">
      <h2 id="ordered" className="text-lg">
        {m["checkout.what"]()}
      </h2>
      {cart.groups.map((group) => (
        <div key={group.key} className="mt-4">
          <h3 className="font-sans text-base font-semibold tracking-normal">{group.sellerName}</h3>
          <ul className="mt-1 text-sm">
            {group.lines.map((line) => (
              <li key={line.lineId} className="flex justify-between gap-4 py-1 tabular-nums">
                <span>
                  <span lang={line.titleLang}>{line.title}</span>
                  {line.variant ? ` · ${line.variant}` : ""} × {line.quantity}
                </span>
                <span className="whitespace-nowrap">{line.total}</span>
              </li>
            ))}
          </ul>
          <p className="text-sm text-muted">
            {group.choices
              .filter(({ isChosen }) => isChosen)
              .map(({ label, days }) => `${label}, ${days}`)
              .join("")}
          </p>
          {group.arrives ? <p className="text-sm text-verified">{group.arrives}</p> : null}
          {group.needsAcceptance ? <p className="mt-1 text-sm text-muted">{m["checkout.cart.saysYes"]()}</p> : null}
          <GroupSum group={group} />
        </div>
      ))}
      <p className="mt-5 flex items-baseline justify-between gap-4 border-t-2 border-ink pt-3">
        <span className="font-semibold">{m["checkout.cart.sumAll"]()}</span>
        <span className="whitespace-nowrap font-serif text-2xl font-semibold tabular-nums">{total}</span>
      </p>
      {cart.rateNote ? <p className="mt-3 text-sm text-muted">{cart.rateNote}</p> : null}
      <p className="mt-3 text-sm text-muted">{cart.tax}</p>
      <CustomsNote customs={cart.customs} />
    </section>
  );
}
