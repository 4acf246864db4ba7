import type { Desk } from "./desk";
import { endDelayedPayments } from "./paying";
import { arrivePayouts } from "./payouts";
import { endRefunds } from "./refunds";
import { expireDueSessions } from "./sessions";

/** A day, as docs.stripe.com/api/idempotent_requests promises at least. */
const KEYS_LIVE_SECONDS = 86_400;

/** Does whatever the clock says is due. Runs before each answer, so nothing is ever seen too early or too late. */
export function doWhatIsDue(desk: Desk): void {
  endDelayedPayments(desk);
  endRefunds(desk);
  arrivePayouts(desk);
  expireDueSessions(desk);
  for (const { id, at } of desk.store.all("answers")) {
    if (at + KEYS_LIVE_SECONDS <= desk.store.now()) desk.store.remove("answers", id);
  }
}

/** Moves the sandbox's clock ahead; no timer has to run for what becomes due. */
export function advanceClock(desk: Desk, seconds: number): void {
  const ahead = desk.store.get("clocks", "clock")?.aheadSeconds ?? 0;
  desk.store.put("clocks", { id: "clock", aheadSeconds: ahead + seconds });
  doWhatIsDue(desk);
}
