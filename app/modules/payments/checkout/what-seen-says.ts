import type { ChargeSeen, IntentSeen, SessionSeen } from "~/platform/stripe/port";

/** What Stripe says of a checkout at one moment. */
export type Seen = {
  session: Pick<SessionSeen, "status">;
  intent: Pick<IntentSeen, "status"> | undefined;
  charge: Pick<ChargeSeen, "isPaid"> | undefined;
};

export type CheckoutStatus = "open" | "processing" | "paid" | "ended";

/**
 * What is to be done with a checkout by what Stripe said of it, perhaps before others booked more: money is booked whenever it
 * came, a checkout that is over stays over, and what is under way is not ended by the clock.
 */
export function whatSeenSays(
  status: CheckoutStatus,
  { session, intent, charge }: Seen,
): "book-charge" | "end-expired" | "end-failed" | "under-way" | "nothing" {
  if (charge?.isPaid) return "book-charge";
  if (status === "paid" || status === "ended") return "nothing";
  if (session.status === "expired") return "end-expired";
  if (session.status !== "complete") return "nothing";
  const hasFailed = intent?.status === "requires_payment_method" || intent?.status === "canceled";
  return hasFailed ? "end-failed" : "under-way";
}
