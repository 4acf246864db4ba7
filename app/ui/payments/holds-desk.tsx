import { Link } from "@remix-run/react";
import type { HoldView } from "~/modules/payments";
import { m } from "~/paraglide/messages.js";
import { PressForm } from "~/ui/forms/press-form";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle } from "~/ui/primitives/button";
import { HoldFacts } from "./hold-facts";

/** Without an id it holds by the calendar and ends by itself. */
type Hold = HoldView & { holdId: string | undefined };

/** What holds a seller's money, with what the treasurer can do about it. */
export function HoldsDesk({ sellerId, holds, formKey }: { sellerId: string; holds: readonly Hold[]; formKey: string }) {
  const paths = useAllPaths();
  return (
    <section className="mt-10 border-t border-line pt-6">
      <h2 className="text-xl">{m["payments.payout.holds"]()}</h2>
      {holds.length === 0 ? <p className="mt-2 text-muted">{m["payments.hold.none"]()}</p> : null}
      <ul className="mt-3 divide-y divide-line">
        {holds.map((hold) => (
          <li
            key={hold.holdId ?? hold.rule}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
          >
            <HoldFacts hold={hold} />
            {hold.holdId === undefined ? null : (
              <PressForm action={paths.liftHold(sellerId, hold.holdId)} formKey={formKey} look="secondary">
                {m["payments.hold.lift"]()}
              </PressForm>
            )}
          </li>
        ))}
      </ul>
      <Link to={paths.holdPayouts(sellerId)} className={`mt-3 ${buttonStyle.secondary}`}>
        {m["payments.hold.title"]()}
      </Link>
    </section>
  );
}
