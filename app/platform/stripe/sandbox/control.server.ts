import type Stripe from "stripe";
import { everyDelivery, NO_SWITCHES, type Deliverer, type DeliverySwitches } from "./deliverer.server";
import type { Desk, SandboxAccount } from "./desk";
import { decideDispute, openDispute } from "./disputes";
import type { Fault, Faults } from "./faults";
import { answerChallenge, endDelayedPayments, pay, payTwice, type Attempt } from "./paying";
import { arrivePayouts, payOutBalance } from "./payouts";
import { endRefunds } from "./refunds";
import type { Delivery } from "./tables";
import { advanceClock } from "./time";

/** What a test or a person may make the sandbox do; `/_sandbox/…` offers the same by HTTP. */
export type Control = {
  /** Pays without a browser. A challenge is to be answered by `answerChallenge`. */
  pay: (sessionId: string, number: string) => Attempt;
  answerChallenge: (sessionId: string, isPassed: boolean) => Attempt;
  payTwice: (sessionId: string, how: "same-intent" | "other-intent") => string;
  /** Ends delayed payments, pending refunds and payouts under way, whatever the clock says. */
  settleNow: () => void;
  advance: (seconds: number) => void;
  openDispute: (chargeId: string, reason?: string) => Stripe.Dispute;
  decideDispute: (disputeId: string, isWon: boolean) => Stripe.Dispute;
  /** Pays out the whole balance of a currency; undefined when it is empty. */
  payOut: (currency?: string) => Stripe.Payout | undefined;
  setAccount: (changes: Partial<SandboxAccount>) => void;
  webhooks: (changes: Partial<DeliverySwitches>) => void;
  deliveries: () => Delivery[];
  sendAgain: (eventId: string) => void;
  /** Resolves when every event that may be sent has been taken by its endpoint, dropped or given up. */
  settled: () => Promise<void>;
  failNext: (fault: Fault) => void;
  heldCount: () => number;
  release: () => void;
  /** Good weather again: no faults, no switches. */
  calm: () => void;
};

/** @param afterCommit sends what a deed has queued */
export function makeControl(desk: Desk, deliverer: Deliverer, faults: Faults, afterCommit: () => void): Control {
  const { store } = desk;
  const deed = <Outcome>(work: () => Outcome): Outcome => {
    try {
      const outcome = work();
      store.commit();
      return outcome;
    } catch (error) {
      store.rollBack();
      throw error;
    } finally {
      afterCommit();
    }
  };
  const payer = { name: "Test Payer", email: null };
  return {
    pay: (id, number) => deed(() => pay(desk, id, number, payer)),
    answerChallenge: (id, isPassed) => deed(() => answerChallenge(desk, id, isPassed, payer)),
    payTwice: (id, how) => deed(() => payTwice(desk, id, how)),
    settleNow: () =>
      deed(() => {
        endDelayedPayments(desk, true);
        endRefunds(desk, true);
        arrivePayouts(desk, true);
      }),
    advance: (seconds) => deed(() => advanceClock(desk, seconds)),
    openDispute: (id, reason = "general") => deed(() => openDispute(desk, id, reason)),
    decideDispute: (id, isWon) => deed(() => decideDispute(desk, id, isWon)),
    payOut: (currency = desk.account.settlesIn[0]) => deed(() => payOutBalance(desk, currency)),
    setAccount: (changes) => void Object.assign(desk.account, changes),
    webhooks: deliverer.set,
    deliveries: () => everyDelivery(desk),
    sendAgain: deliverer.again,
    settled: deliverer.settled,
    failNext: faults.add,
    heldCount: faults.heldCount,
    release: faults.release,
    calm: () => {
      faults.clear();
      deliverer.set(NO_SWITCHES);
    },
  };
}
