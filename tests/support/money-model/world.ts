import type { DisputeStatus, IntentSeen, RefundStatus, SessionStatus } from "~/platform/stripe/port";

/** What Stripe knows: the truth that events point to, however they come. Amounts are minor units of one currency. */
export type Session = {
  sessionId: string;
  /** Our checkout, as the session's metadata names it. */
  checkoutId: string;
  totalMinor: bigint;
  status: SessionStatus;
  intent: Intent | undefined;
};
export type Intent = {
  intentId: string;
  checkoutId: string;
  amountMinor: bigint;
  status: IntentSeen["status"];
  chargeId: string | undefined;
};
export type Charge = { chargeId: string; intent: Intent; amountMinor: bigint };
export type Refund = {
  refundId: string;
  charge: Charge;
  amountMinor: bigint;
  status: RefundStatus;
  /** Our id of it, as its metadata names it; the key by which it is made once. */
  own: string;
};
export type Dispute = { disputeId: string; charge: Charge; amountMinor: bigint; status: DisputeStatus };
export type Told = { eventId: string; type: string; objectId: string };

export type World = {
  /** Makes the ids of one world other ones than those of every other. */
  tag: string;
  sessions: Session[];
  charges: Charge[];
  refunds: Refund[];
  disputes: Dispute[];
  /** Every event so far; nothing says that it arrived. */
  events: Told[];
  /** Whether refunds that are made from now on are under way first. */
  isSlow: boolean;
};

export function makeWorld(tag: string): World {
  return { tag, sessions: [], charges: [], refunds: [], disputes: [], events: [], isSlow: false };
}

function tell(world: World, type: string, objectId: string): void {
  world.events.push({ eventId: `evt_${world.tag}${world.events.length}`, type, objectId });
}

/** The same session for the same checkout, however often it is asked for. */
export function openCheckout(world: World, checkoutId: string, totalMinor: bigint): Session {
  const known = world.sessions.find((session) => session.checkoutId === checkoutId);
  if (known) return known;
  const sessionId = `cs_${world.tag}${world.sessions.length}`;
  const session: Session = { sessionId, checkoutId, totalMinor, status: "open", intent: undefined };
  world.sessions.push(session);
  return session;
}

function makeIntent(world: World, { sessionId, checkoutId, totalMinor }: Session, extra = ""): Intent {
  const intentId = `pi_${world.tag}${sessionId.slice(3)}${extra}`;
  return { intentId, checkoutId, amountMinor: totalMinor, status: "processing", chargeId: undefined };
}

function charge(world: World, intent: Intent): void {
  const chargeId = `ch_${world.tag}${world.charges.length}`;
  world.charges.push({ chargeId, intent, amountMinor: intent.amountMinor });
  intent.status = "succeeded";
  intent.chargeId = chargeId;
  tell(world, "charge.succeeded", chargeId);
}

/** Pays an open session: at once, or by a method that takes days. */
export function pay(world: World, session: Session, isDelayed: boolean): void {
  if (session.status !== "open") return;
  const intent = makeIntent(world, session);
  session.intent = intent;
  session.status = "complete";
  if (!isDelayed) charge(world, intent);
  tell(world, "checkout.session.completed", session.sessionId);
}

export function endDelayed(world: World, session: Session, isPaid: boolean): void {
  const { intent } = session;
  if (intent?.status !== "processing") return;
  if (isPaid) charge(world, intent);
  else intent.status = "requires_payment_method";
  tell(world, `checkout.session.async_payment_${isPaid ? "succeeded" : "failed"}`, session.sessionId);
}

/** What Stripe never does: a second charge for a session that is paid, by an intent that bears the same metadata. */
export function payTwice(world: World, session: Session): void {
  if (session.intent?.status !== "succeeded") return;
  const extra = String(world.charges.length);
  charge(world, makeIntent(world, session, extra));
}

export function expire(world: World, session: Session): Session {
  if (session.status !== "open") return session;
  session.status = "expired";
  tell(world, "checkout.session.expired", session.sessionId);
  return session;
}

const isAlive = ({ status }: Refund) => status !== "failed" && status !== "canceled";

function leftOf({ refunds }: World, charged: Charge): bigint {
  return refunds.reduce(
    (left, one) => (one.charge === charged && isAlive(one) ? left - one.amountMinor : left),
    charged.amountMinor,
  );
}

/** The same refund for the same id of ours. What is disputed, and what a dispute took, does not go back once more. */
export function refund(world: World, intentId: string, amountMinor: bigint, own: string): Refund | "charge-disputed" {
  const known = world.refunds.find((one) => one.own === own);
  if (known) return known;
  const found = world.charges.find(({ intent }) => intent.intentId === intentId);
  if (!found) throw new Error(`no charge of ${intentId}`);
  const isDisputed = world.disputes.some((one) => one.charge === found && one.status !== "won");
  if (isDisputed) return "charge-disputed";
  if (leftOf(world, found) < amountMinor) throw new Error(`more goes back than came: ${own}`);
  const status = world.isSlow ? "pending" : "succeeded";
  const made: Refund = { refundId: `re_${world.tag}${world.refunds.length}`, charge: found, amountMinor, status, own };
  world.refunds.push(made);
  tell(world, "refund.created", made.refundId);
  return made;
}

/** A refund goes on: under way, there, or back again. */
export function endRefund(world: World, one: Refund, isGood: boolean): void {
  if (one.status === "failed" || (one.status === "succeeded" && isGood)) return;
  one.status = isGood ? "succeeded" : "failed";
  tell(world, "refund.updated", one.refundId);
}

/** A buyer's bank takes what is left of a charge; once for each. */
export function openDispute(world: World, one: Charge): void {
  const amountMinor = leftOf(world, one);
  if (amountMinor <= 0n || world.disputes.some((other) => other.charge === one)) return;
  const disputeId = `dp_${world.tag}${world.disputes.length}`;
  world.disputes.push({ disputeId, charge: one, amountMinor, status: "needs_response" });
  tell(world, "charge.dispute.created", disputeId);
}

export function closeDispute(world: World, one: Dispute, status: "won" | "lost"): void {
  if (one.status === "won" || one.status === "lost") return;
  one.status = status;
  tell(world, "charge.dispute.closed", one.disputeId);
}

/**
 * Whether a checkout was charged twice and the bank disputes one of the two: which of them pays the order and which goes back
 * is then by who was told first, and the only thing that is.
 */
export function isDisputedTwin({ charges, disputes }: World): boolean {
  return disputes.some(
    ({ charge: { intent } }) => charges.filter((one) => one.intent.checkoutId === intent.checkoutId).length > 1,
  );
}
