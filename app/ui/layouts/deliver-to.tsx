import { useLocation } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { buttonStyle, fieldStyle } from "~/ui/primitives/button";
import { Icon } from "~/ui/primitives/icon";
import { usePaths, useSite } from "./site";

/** Country and currency of the reader: a disclosure with a form, so that it works without JavaScript. */
export function DeliverTo() {
  const site = useSite();
  const paths = usePaths();
  const { pathname, search } = useLocation();

  // A new page begins with it closed.
  return (
    <details key={`${pathname}${search}`} className="group relative">
      <summary className="flex min-h-11 list-none items-center gap-1.5 px-2 text-sm max-sm:px-1">
        <Icon name="pin" className="size-4 shrink-0 text-madder" />
        <span className="sr-only sm:not-sr-only sm:text-muted">{m["site.deliverTo"]()}</span>
        <span className="max-w-24 truncate font-semibold sm:max-w-40">{site.destinationLabel}</span>
        <span className="text-muted max-sm:sr-only">{site.currency}</span>
        <Icon name="chevronDown" className="size-3.5 shrink-0 transition-transform group-open:rotate-180" />
      </summary>
      <form
        method="post"
        action={paths.preferences()}
        className="absolute right-0 z-40 mt-1 flex w-72 flex-col gap-3 rounded border border-line bg-surface p-4 shadow-float max-sm:-right-24"
      >
        <input type="hidden" name="from" value={`${pathname}${search}`} />
        <label className="text-sm font-medium">
          {m["site.deliverToLabel"]()}
          <select key={site.destination} name="to" defaultValue={site.destination} className={`${fieldStyle} mt-1`}>
            {site.destinations.map(({ country, label }) => (
              <option key={country} value={country}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label className="text-sm font-medium">
          {m["site.currencyLabel"]()}
          <select key={site.currency} name="cur" defaultValue={site.cur ?? ""} className={`${fieldStyle} mt-1`}>
            <option value="">{m["site.currencyOfCountry"]()}</option>
            {site.currencies.map((currency) => (
              <option key={currency} value={currency}>
                {currency}
              </option>
            ))}
          </select>
        </label>
        <p className="text-xs text-muted">{m["site.deliverToHint"]()}</p>
        <button type="submit" className={buttonStyle.primary}>
          {m["site.apply"]()}
        </button>
      </form>
    </details>
  );
}
