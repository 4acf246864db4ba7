import type { OrderStatus } from "~/modules/orders/transitions";
import * as deeds from "./deeds";
import type { Command } from "./histories";
import { makeOurs, placeOrder, type Checkout, type Order, type Ours, type OwnPayout, type Terms } from "./ours";
import { settleCheckout } from "./settling";
import * as stripe from "./world";
import { makeWorld, type Told, type World } from "./world";

export const UNIT_MINOR = 3_000n;
export const CARRIAGE_MINOR = 900n;
export const STOCK: readonly number[] = [5, 4];

/** Both sides of a history, and what was told and has not come. */
export type Game = {
  ours: Ours;
  world: World;
  pending: Told[];
  /** Events that were kept and worked: told again they change nothing. */
  worked: Set<Told>;
  toldCount: number;
};

export function newGame(terms: Terms, { tag = "", now = 0 } = {}): Game {
  return { ours: makeOurs(STOCK, terms, now), world: makeWorld(tag), pending: [], worked: new Set(), toldCount: 0 };
}

/** The one that a number names, of those that are there. */
export function pick<One>(list: readonly One[], at: number): One | undefined {
  return list.length === 0 ? undefined : list[at % list.length];
}

/** What Stripe has told since the last look waits to come. */
export function hearAll(game: Game): void {
  for (const told of game.world.events.slice(game.toldCount)) game.pending.push(told);
  game.toldCount = game.world.events.length;
}

/** What a command is done to, of what it can be done to. */
export type Target = {
  order?: Order | undefined;
  session?: stripe.Session | undefined;
  refund?: stripe.Refund | undefined;
  charge?: stripe.Charge | undefined;
  dispute?: stripe.Dispute | undefined;
  checkout?: Checkout | undefined;
  payout?: OwnPayout | undefined;
  told?: Told | undefined;
};

const IN: Readonly<Partial<Record<Command["kind"], readonly OrderStatus[]>>> = {
  "pay-next": ["pending_payment", "partly_paid"],
  prepare: ["pending_payment", "paid"],
  ship: ["in_preparation", "paid"],
  confirm: ["shipped"],
  refund: ["partly_paid", "paid", "in_preparation", "shipped", "completed"],
};

/** Finds to whom a command happens, among those of whom it says something. */
export function targetOf({ ours, world, pending }: Game, command: Command): Target {
  const { kind } = command;
  switch (kind) {
    case "pay-next":
    case "prepare":
    case "ship":
    case "confirm":
    case "refund":
    case "cancel": {
      const statuses = IN[kind];
      const able = ours.orders.filter(({ status }) => statuses?.includes(status) ?? true);
      return { order: pick(able, command.order) };
    }
    case "pay":
      return { session: pick(sessionsIn(world, "open"), command.session) };
    case "pay-twice":
      return { session: pick(sessionsIn(world, "complete"), command.session) };
    case "end-delayed": {
      const underWay = world.sessions.filter(({ intent }) => intent?.status === "processing");
      return { session: pick(underWay, command.session) };
    }
    case "refund-ends":
      return { refund: pick(world.refunds, command.refund) };
    case "dispute":
      return { charge: pick(world.charges, command.charge) };
    case "dispute-ends": {
      const open = world.disputes.filter(({ status }) => status === "needs_response");
      return { dispute: pick(open, command.dispute) };
    }
    case "return":
      return { checkout: pick(ours.checkouts, command.checkout) };
    case "payout-ends":
      return { payout: pick(ours.payouts, command.payout) };
    case "webhook":
    case "webhook-lost":
      return { told: pick(pending, command.pending) };
    case "webhook-again":
      return {
        told: pick(
          world.events.filter((told) => !pending.includes(told)),
          command.event,
        ),
      };
    default:
      return {};
  }
}

function sessionsIn(world: World, status: stripe.Session["status"]) {
  return world.sessions.filter((session) => session.status === status);
}

/**
 * Works a command on the model.
 *
 * @returns what it was done to
 */
export function play(game: Game, command: Command): Target {
  game.ours.now += 60_000;
  const target = targetOf(game, command);
  act(game, command, target);
  hearAll(game);
  return target;
}

function act(game: Game, command: Command, target: Target): void {
  const { ours, world, pending } = game;
  const { order, session, refund, charge, dispute, checkout, payout, told } = target;
  switch (command.kind) {
    case "checkout":
      return begin(game, command);
    case "pay-next": {
      const begun = order && deeds.beginPaying(ours, [order]);
      if (begun) deeds.openPage(ours, world, begun);
      return;
    }
    case "pay":
      if (session) stripe.pay(world, session, command.isDelayed);
      return;
    case "pay-twice":
      if (session) stripe.payTwice(world, session);
      return;
    case "end-delayed":
      if (session) stripe.endDelayed(world, session, command.isPaid);
      return;
    case "return":
      if (checkout) settleCheckout(ours, world, checkout);
      return;
    case "webhook":
      if (told && workOnce(game, told)) pending.splice(pending.indexOf(told), 1);
      return;
    case "webhook-again":
      if (told) workOnce(game, told);
      return;
    case "webhook-lost":
      if (told) pending.splice(pending.indexOf(told), 1);
      return;
    case "cancel":
      if (order) deeds.cancel(ours, order, command.by);
      return;
    case "prepare":
      if (order) deeds.prepare(ours, order);
      return;
    case "ship":
      if (order) deeds.ship(ours, order);
      return;
    case "confirm":
      if (order) deeds.confirm(ours, order);
      return;
    case "refund":
      world.isSlow = command.isSlow;
      if (order) deeds.giveMoneyBack(ours, order, amountToReturn(order, command.share));
      return;
    case "refund-ends":
      if (refund) stripe.endRefund(world, refund, command.isGood);
      return;
    case "dispute":
      if (charge) stripe.openDispute(world, charge);
      return;
    case "dispute-ends":
      if (dispute) stripe.closeDispute(world, dispute, command.isWon ? "won" : "lost");
      return;
    case "payout":
      deeds.payOut(ours, `seller-${command.variant % STOCK.length}`);
      return;
    case "payout-ends":
      if (payout) deeds.endPayout(ours, payout, command.isPaid ? "settled" : "returned");
      return;
    case "jobs":
      deeds.workJobs(ours, world);
      deeds.sendRefunds(ours, world);
      return;
    case "clock":
      ours.now += command.ms;
      deeds.tick(ours, world);
  }
}

/** @returns false when the worker has to try again later */
function workOnce({ ours, world, worked }: Game, told: Told): boolean {
  if (worked.has(told)) return true;
  const isWorked = deeds.workEvent(ours, world, told);
  if (isWorked) worked.add(told);
  return isWorked;
}

/** All of what is ordered at once is paid by one checkout, of each order what is due first. */
function begin({ ours, world }: Game, { orders, isOpened }: Extract<Command, { kind: "checkout" }>): void {
  const wanted = orders.map((order) => ({ ...order, unitMinor: UNIT_MINOR, carriageMinor: CARRIAGE_MINOR }));
  // All or nothing: what is not there makes no orders.
  if (wanted.some(({ variant, pieces }) => (ours.stock[variant] ?? 0) < pieces)) return;
  const placed = wanted.map((one) => placeOrder(ours, one));
  const checkout = deeds.beginPaying(ours, placed);
  if (!checkout) throw new Error("what is there is not held");
  if (isOpened) deeds.openPage(ours, world, checkout);
}

/** A quarter, a half … of what stands of an order's money. */
export function amountToReturn({ receivedMinor, refundedMinor }: Order, share: number): bigint {
  return ((receivedMinor - refundedMinor) * BigInt(share)) / 4n;
}
