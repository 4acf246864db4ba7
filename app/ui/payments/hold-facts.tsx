import type { HoldView } from "~/modules/payments";
import { m } from "~/paraglide/messages.js";

/** What holds money, why, and until when. */
export function HoldFacts({ hold }: { hold: HoldView }) {
  return (
    <div className="min-w-0">
      <p className="font-medium">
        {hold.rule}
        {hold.order === undefined ? "" : ` · ${m["payments.payout.order"]({ reference: hold.order })}`}
      </p>
      <p className="[overflow-wrap:anywhere]">{hold.reason}</p>
      <p className="text-sm text-muted">
        {hold.until ? m["payments.payout.holdUntil"]({ date: hold.until }) : m["payments.payout.holdOpen"]()}
      </p>
    </div>
  );
}
