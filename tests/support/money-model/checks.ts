import { TRANSITIONS } from "~/modules/orders/transitions";
import { commissionOf } from "~/modules/payments/ledger/rules";
import * as deeds from "./deeds";
import { hearAll, STOCK, type Game } from "./commands";
import { moneyOf, type Ours } from "./ours";
import { isNoLonger } from "./stands";
import type { Told } from "./world";

/** Throws where a history has come to something that may never be. */
export function checkOurs(ours: Ours): void {
  checkStock(ours);
  checkLedger(ours);
  for (const order of ours.orders) {
    const { orderId, dues, receivedMinor, refundedMinor, totalMinor } = order;
    const came = dues.reduce((sum, due) => sum + due.receivedMinor, 0n);
    if (came !== receivedMinor || receivedMinor > totalMinor) throw new Error(`${orderId} received ${receivedMinor}`);
    if (refundedMinor < 0n || refundedMinor > receivedMinor) throw new Error(`${orderId} gave ${refundedMinor} back`);
    if (isNoLonger(order)) throw new Error(`${orderId} is ${order.status} and holds ${order.hold}`);
  }
  for (const receipt of ours.receipts) {
    const gone = ours.refunds.reduce(
      (sum, one) =>
        one.receipt === receipt && one.status !== "failed" && one.status !== "refused" ? sum + one.amountMinor : sum,
      0n,
    );
    const came = receipt.parts.reduce((sum, part) => sum + part.amountMinor, 0n);
    if (gone > came) throw new Error(`of ${receipt.receiptId} goes back ${gone} of ${came}`);
  }
}

function checkStock(ours: Ours): void {
  for (const [variant, whole] of STOCK.entries()) {
    let count = ours.stock[variant] ?? 0;
    if (count < 0) throw new Error(`${count} pieces of ${variant} are there`);
    for (const order of ours.orders) {
      if (order.variant === variant && (order.hold === "held" || order.hold === "taken")) count += order.pieces;
    }
    if (count !== whole) throw new Error(`${count} pieces of ${variant}, not ${whole}`);
  }
}

function checkLedger(ours: Ours): void {
  let sum = 0n;
  for (const amountMinor of ours.balances.values()) sum += amountMinor;
  if (sum !== 0n) throw new Error(`the ledger does not sum to zero: ${sum}`);
  for (const { orderId } of ours.orders) {
    const { pendingMinor, releasedMinor, commissionMinor } = moneyOf(ours, orderId);
    if (pendingMinor < 0n) throw new Error(`${orderId} has ${pendingMinor} pending`);
    if (commissionMinor !== commissionOf(releasedMinor, ours.commissionBasisPoints)) {
      throw new Error(`${orderId} paid ${commissionMinor} of ${releasedMinor}`);
    }
  }
}

/** Each order came to where it is by its drawn steps alone, one after the other. */
export function checkSteps(ours: Ours): void {
  for (const order of ours.orders) {
    let status = "pending_payment";
    for (const { deed, by, from, to } of ours.steps.filter(({ orderId }) => orderId === order.orderId)) {
      const isDrawn = TRANSITIONS.some(
        (one) => one.deed === deed && one.by.includes(by) && one.from.includes(from) && one.to === to,
      );
      if (!isDrawn || from !== status) throw new Error(`${order.orderId}: ${deed} by ${by} from ${from} to ${to}`);
      status = to;
    }
    if (status !== order.status) throw new Error(`${order.orderId} is ${order.status}, and its steps end in ${status}`);
  }
}

/** Everything that waits comes in an order, some of it twice; jobs are worked until nothing is left, and the clock goes on. */
export function comeToRest(game: Game, inOrder: (events: readonly Told[]) => readonly Told[]): void {
  const { ours, world } = game;
  for (let round = 0; round < 20; round += 1) {
    let waiting = [...inOrder(game.pending)];
    game.pending = [];
    // What is told of too soon is worked again when the rest has come.
    for (let again = 0; waiting.length > 0 && again < 3; again += 1) {
      waiting = waiting.filter((told) => !deeds.workEvent(ours, world, told));
    }
    deeds.workJobs(ours, world);
    deeds.sendRefunds(ours, world);
    ours.now += 60 * 60_000;
    deeds.tick(ours, world);
    hearAll(game);
    if (game.pending.length === 0 && ours.jobs.length === 0) return;
  }
  throw new Error("the history does not come to rest");
}
