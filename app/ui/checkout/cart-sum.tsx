import { Form, Link } from "@remix-run/react";
import type { CartView } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { useSite } from "~/ui/layouts/site";
import { buttonStyle, fieldStyle } from "~/ui/primitives/button";
import { CustomsNote } from "./customs-note";

/** What everything that can be ordered comes to, before anybody says who she is. */
export function CartSum({ cart }: { cart: CartView }) {
  const paths = useAllPaths();
  return (
    <aside className="rounded border border-line bg-surface p-5 lg:sticky lg:top-4">
      <p className="text-muted">{m["checkout.cart.sumAll"]()}</p>
      <p className="font-serif text-3xl font-semibold tabular-nums">{cart.total ?? "—"}</p>
      <LeftOut leftOut={cart.leftOut} />
      {cart.total ? (
        <Link to={paths.checkout({ pay: cart.currency })} className={`${buttonStyle.primary} mt-4 w-full`}>
          {cart.leftOut.length > 0 ? m["checkout.cart.checkoutRest"]() : m["checkout.cart.checkoutAll"]()}
        </Link>
      ) : null}
      {cart.currencies.length > 1 ? <CurrencyForm cart={cart} /> : null}
      {cart.rateNote ? <p className="mt-3 text-sm text-muted">{cart.rateNote}</p> : null}
      <p className="mt-3 text-sm text-muted">{cart.tax}</p>
      <CustomsNote customs={cart.customs} />
    </aside>
  );
}

/** Beside the total, since that is where somebody looks before she goes on: what it is without, and why. */
function LeftOut({ leftOut }: Pick<CartView, "leftOut">) {
  if (leftOut.length === 0) return null;
  return (
    <div className="mt-3 border-l-4 border-saffron bg-saffron-wash px-3 py-2 text-sm">
      <p className="font-semibold">{m["checkout.cart.leftOut"]()}</p>
      <ul className="mt-1 flex flex-col gap-1">
        {leftOut.map(({ key, seller, why }) => (
          <li key={key}>
            <a href={`#group-${key}`} className="underline underline-offset-4">
              {seller}
            </a>
            {": "}
            {why.join(" ")}
          </li>
        ))}
      </ul>
    </div>
  );
}

function CurrencyForm({ cart }: { cart: CartView }) {
  const site = useSite();
  return (
    <Form method="get" action={useAllPaths().cart()} className="mt-4 flex flex-col gap-1">
      {site.to ? <input type="hidden" name="to" value={site.to} /> : null}
      {site.cur ? <input type="hidden" name="cur" value={site.cur} /> : null}
      <label htmlFor="pay" className="text-sm font-medium">
        {m["checkout.cart.currency"]()}
      </label>
      <div className="flex gap-2">
        <select id="pay" name="pay" key={cart.currency} defaultValue={cart.currency} className={fieldStyle}>
          {cart.currencies.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <button type="submit" className={buttonStyle.secondary}>
          {m["site.apply"]()}
        </button>
      </div>
    </Form>
  );
}
