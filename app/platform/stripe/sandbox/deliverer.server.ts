import { createHmac } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Desk } from "./desk";
import type { Delivery, DeliveryAttempt } from "./tables";

/** How webhooks misbehave; all of it off is how Stripe delivers on a good day. */
export type DeliverySwitches = {
  /** Keep everything until this is switched off. */
  hold: boolean;
  /** Send each event twice. */
  duplicate: boolean;
  /** Which of those that wait goes first; `shuffle` draws by a seed. */
  order: "as-made" | "reverse" | { shuffle: number };
  /** Never send this many of the next ones; with `types`, only of those types. */
  drop: { count: number; types?: readonly string[] };
  /** Wait before each sending. */
  delayMs: number;
  /** How many are under way at a time; with one, nothing but the other switches changes their order. */
  atOnce: number;
};

export type Deliverer = {
  switches: DeliverySwitches;
  set: (changes: Partial<DeliverySwitches>) => void;
  /** Looks for what is to be sent; to be called after each commit. */
  kick: () => void;
  /** Sends one event again, to each endpoint that had it, whatever became of it before. */
  again: (eventId: string) => void;
  /** Resolves when nothing waits that may be sent. */
  settled: () => Promise<void>;
  close: () => Promise<void>;
};

export const NO_SWITCHES: DeliverySwitches = {
  hold: false,
  duplicate: false,
  order: "as-made",
  drop: { count: 0 },
  delayMs: 0,
  atOnce: 1,
};

const ANSWER_TIMEOUT_MS = 10_000;

/**
 * Sends what is queued, and again after growing delays until the endpoint answers 2xx; a redirect counts
 * as a failure. Stripe tries for three days in live mode; after the last delay the sandbox gives up.
 *
 * @param retryDelaysMs pauses between the attempts
 */
export function makeDeliverer(desk: Desk, retryDelaysMs: readonly number[]): Deliverer {
  const { store } = desk;
  const end = new AbortController();
  const switches: DeliverySwitches = { ...NO_SWITCHES };
  const waitingForRetry = new Map<string, NodeJS.Timeout>();
  const underWay = new Set<string>();
  let pumping: Promise<void> | undefined;
  let whenSettled: (() => void)[] = [];
  let draws = 0;

  const mayGo = ({ id }: Delivery) => !waitingForRetry.has(id) && !underWay.has(id);
  const oldest = () => store.first("deliveries", mayGo);
  const mayIdle = () => switches.hold || oldest() === undefined;

  const next = (): Delivery | undefined => {
    if (switches.order === "as-made") return oldest();
    const waiting = store.all("deliveries").filter(mayGo);
    if (switches.order === "reverse") return waiting.at(-1);
    draws += 1;
    return waiting[drawn(switches.order.shuffle, draws) % waiting.length];
  };

  async function pump(): Promise<void> {
    // What one commit made is queued together, or there would be nothing to put in another order.
    await Promise.resolve();
    do await Promise.all(Array.from({ length: switches.atOnce }, sendWaiting));
    while (!end.signal.aborted && !mayIdle());
    pumping = undefined;
    if (waitingForRetry.size > 0 && !switches.hold) return;
    for (const resolve of whenSettled) resolve();
    whenSettled = [];
  }

  async function sendWaiting(): Promise<void> {
    while (!end.signal.aborted && !mayIdle()) {
      const delivery = next();
      if (!delivery) return;
      underWay.add(delivery.id);
      if (isToDrop(delivery)) keep({ ...delivery, status: "dropped" });
      else await send(delivery);
      underWay.delete(delivery.id);
    }
  }

  function isToDrop({ type, attempts }: Delivery): boolean {
    const { count, types } = switches.drop;
    if (count <= 0 || attempts.length > 0 || (types && !types.includes(type))) return false;
    switches.drop = { ...switches.drop, count: count - 1 };
    return true;
  }

  async function send(delivery: Delivery): Promise<void> {
    if (switches.delayMs > 0) await pause(switches.delayMs, undefined, { signal: end.signal }).catch(() => {});
    const first = await attempt(delivery);
    if (end.signal.aborted) return;
    const attempts = [...delivery.attempts, first];
    if (isAccepted(first) && switches.duplicate) attempts.push(await attempt(delivery));
    const isDone = attempts.some(isAccepted);
    const delayMs = retryDelaysMs[delivery.attempts.length];
    const status = isDone ? "delivered" : delayMs === undefined ? "given-up" : "queued";
    if (status === "queued" && delayMs !== undefined) retryLater(delivery.id, delayMs);
    keep({ ...delivery, status, attempts });
    if (isDone) countDown(delivery.eventId);
  }

  function retryLater(id: string, delayMs: number): void {
    const timer = setTimeout(() => {
      waitingForRetry.delete(id);
      kick();
    }, delayMs);
    waitingForRetry.set(id, timer);
  }

  async function attempt({ eventId, endpointId }: Delivery): Promise<DeliveryAttempt> {
    const event = store.get("events", eventId);
    const endpoint = store.get("endpoints", endpointId);
    const at = store.now();
    if (!event || !endpoint) return { at, status: undefined, problem: "the endpoint was deleted" };
    const body = JSON.stringify(event, null, 2);
    try {
      const answer = await fetch(endpoint.object.url, {
        method: "POST",
        headers: {
          "Content-Type": "application/json; charset=utf-8",
          "Stripe-Signature": signatureOf(body, endpoint.secret, at),
          "User-Agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
        },
        body,
        redirect: "manual",
        signal: AbortSignal.any([AbortSignal.timeout(ANSWER_TIMEOUT_MS), end.signal]),
      });
      await answer.arrayBuffer();
      return { at, status: answer.status, problem: undefined };
    } catch (error) {
      return { at, status: undefined, problem: error instanceof Error ? error.message : String(error) };
    }
  }

  function countDown(eventId: string): void {
    const event = store.get("events", eventId);
    if (!event || event.pending_webhooks === 0) return;
    store.put("events", { ...event, pending_webhooks: event.pending_webhooks - 1 });
    store.commit();
  }

  function keep(delivery: Delivery): void {
    const isOver = delivery.status !== "queued";
    if (isOver) store.remove("deliveries", delivery.id);
    store.put(isOver ? "finished" : "deliveries", delivery);
    store.commit();
  }

  function kick(): void {
    if (end.signal.aborted || pumping) return;
    pumping = pump();
  }

  return {
    switches,
    set: (changes) => {
      Object.assign(switches, changes);
      kick();
    },
    kick,
    again: (eventId) => {
      for (const delivery of everyDelivery(desk).filter((one) => one.eventId === eventId)) {
        clearTimeout(waitingForRetry.get(delivery.id));
        waitingForRetry.delete(delivery.id);
        store.remove("finished", delivery.id);
        store.put("deliveries", { ...delivery, status: "queued", attempts: [] });
      }
      store.commit();
      kick();
    },
    settled: () =>
      new Promise((resolve) => {
        whenSettled.push(resolve);
        kick();
      }),
    close: async () => {
      end.abort();
      for (const timer of waitingForRetry.values()) clearTimeout(timer);
      await pumping;
    },
  };
}

/** What was sent and what waits. */
export function everyDelivery({ store }: Desk): Delivery[] {
  return [...store.all("finished"), ...store.all("deliveries")];
}

function isAccepted({ status }: DeliveryAttempt): boolean {
  return status !== undefined && status >= 200 && status < 300;
}

/** `t=…,v1=…` over the time and the body. Source: docs.stripe.com/webhooks#verify-manually. */
export function signatureOf(body: string, secret: string, at: number): string {
  return `t=${at},v1=${createHmac("sha256", secret).update(`${at}.${body}`).digest("hex")}`;
}

/** The same numbers for the same seed (mulberry32). */
function drawn(seed: number, turn: number): number {
  let mixed = (seed + turn * 0x6d2b79f5) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return (mixed ^ (mixed >>> 14)) >>> 0;
}
