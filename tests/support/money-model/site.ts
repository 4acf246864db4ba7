import { randomUUID } from "node:crypto";
import { cancelAsBuyer, cancelAsStaff, confirmReceipt, prepareOrder } from "~/modules/orders/index.server";
import { settleCancelledOrder } from "~/modules/payments/checkout/settle-cancelled.server";
import { openSession, payOrder, releaseDeposit, settleCheckout } from "~/modules/payments/index.server";
import type { BuyerActor, SellerActor, StaffActor } from "~/platform/session/actors.server";
import type { StripePort } from "~/platform/stripe/port";
import { makeBuyer, makeInquirer, makeSellerActor, makeStaff } from "~db/factories";
import { makeCup, ORIGIN } from "../buying";
import { testDb } from "../database";
import { newKey } from "../form-key";
import { amountToReturn, STOCK, type Game, type Target } from "./commands";
import type { Command } from "./histories";
import type { Terms } from "./ours";
import { begin, giveBack, hear, idOf, payOut, sendAsked, ship, tick } from "./site-deeds";
import * as stripe from "./world";
import { makeWorld, type World } from "./world";
import { portOf } from "./world-port";

export type Shop = { cup: Awaited<ReturnType<typeof makeCup>>; seller: SellerActor };

/** Two shops with a cup each and somebody who buys there: one history at a time has them for itself. */
export type Stage = { shops: readonly Shop[]; buyer: BuyerActor; staff: StaffActor; terms: Terms };

export async function makeStage(terms: Terms): Promise<Stage> {
  const staff = await makeStaff(testDb, "admin");
  const shops: Shop[] = [];
  for (const stock of STOCK) {
    const cup = await makeCup({ stock });
    shops.push({ cup, seller: await makeSellerActor(testDb, cup.sellerId) });
    await testDb
      .insertInto("sellerTerms")
      .values({
        sellerId: cup.sellerId,
        revision: 1,
        commissionBasisPoints: terms.commissionBasisPoints,
        holdDays: 7,
        depositReleaseBasisPoints: terms.depositShare,
        setBy: staff.userId,
        setAt: new Date(0),
      })
      .execute();
  }
  return { shops, buyer: await makeBuyer(testDb), staff, terms };
}

/** Karvan itself in a history: the same commands, by its own functions on a real database. */
export type Site = {
  stage: Stage;
  world: World;
  port: StripePort;
  /** What is here by what it is in the model. */
  orders: Map<string, string>;
  checkouts: Map<string, string>;
  refunds: Map<string, string>;
  payouts: Map<string, string>;
};

export async function openSite(stage: Stage): Promise<Site> {
  const world = makeWorld(`${randomUUID().replaceAll("-", "")}_`);
  for (const [at, { cup }] of stage.shops.entries()) {
    await testDb
      .updateTable("listingVariants")
      .set({ stockQuantity: STOCK[at] ?? 0 })
      .where("id", "=", cup.variantIds[0] ?? "")
      .execute();
  }
  const nothing = () => new Map<string, string>();
  return {
    stage,
    world,
    port: portOf(world),
    orders: nothing(),
    checkouts: nothing(),
    refunds: nothing(),
    payouts: nothing(),
  };
}

/** What is at a place in a list of one world, at the same place in the list of the other. */
function twin<One>(list: readonly One[], others: readonly One[], one: One): One {
  const found = others[list.indexOf(one)];
  if (found === undefined) throw new Error("the worlds differ");
  return found;
}

/** What the model had before a command. */
export type Before = { jobs: Game["ours"]["jobs"]; orderCount: number; checkoutCount: number };

/** Does to Karvan what a command did to the model. */
export async function playForReal(
  site: Site,
  game: Game,
  command: Command,
  target: Target,
  before: Before,
): Promise<void> {
  const { world, port, stage } = site;
  const now = new Date(game.ours.now);
  const { order, session, refund, charge, dispute, checkout, payout, told } = target;
  const orderId = order ? idOf(site.orders, order.orderId) : "";
  const calls = { stripe: port, origin: ORIGIN };
  const seller = order && stage.shops[order.variant]?.seller;
  const here = session && twin(game.world.sessions, world.sessions, session);
  switch (command.kind) {
    case "checkout":
      return begin(site, game, command, { ...before, now });
    case "pay-next": {
      if (!order) return;
      const key = newKey();
      const inquirer = makeInquirer({ userId: stage.buyer.userId });
      const paying = { orderId, method: "stripe" as const, lang: "en" as const, hasStripe: true };
      const begun = await payOrder(testDb, inquirer, key, paying, now);
      const made = game.ours.checkouts[before.checkoutCount];
      if (!made || !begun.ok || begun.value.checkoutId === null) return;
      site.checkouts.set(made.checkoutId, begun.value.checkoutId);
      await openSession(testDb, calls, begun.value.checkoutId, now);
      return;
    }
    case "pay":
      if (here) stripe.pay(world, here, command.isDelayed);
      return;
    case "pay-twice":
      if (here) stripe.payTwice(world, here);
      return;
    case "end-delayed":
      if (here) stripe.endDelayed(world, here, command.isPaid);
      return;
    case "return":
      if (checkout) await settleCheckout(testDb, port, idOf(site.checkouts, checkout.checkoutId), now);
      return;
    case "webhook":
    case "webhook-again":
      if (told) await hear(site, game, told, now);
      return;
    case "cancel": {
      if (!order) return;
      const said = { orderId, words: undefined };
      if (command.by === "staff") await cancelAsStaff(testDb, stage.staff, newKey(), { orderId, words: "So" }, now);
      else await cancelAsBuyer(testDb, makeInquirer({ userId: stage.buyer.userId }), newKey(), said, now);
      return;
    }
    case "prepare":
      if (seller) await prepareOrder(testDb, seller, newKey(), orderId, now);
      return;
    case "ship":
      if (seller && order) await ship(site, order, seller, now);
      return;
    case "confirm":
      if (order) await confirmReceipt(testDb, makeInquirer({ userId: stage.buyer.userId }), newKey(), orderId, now);
      return;
    case "refund":
      world.isSlow = command.isSlow;
      if (order) await giveBack(orderId, amountToReturn(order, command.share), now);
      return;
    case "refund-ends":
      if (refund) stripe.endRefund(world, twin(game.world.refunds, world.refunds, refund), command.isGood);
      return;
    case "dispute":
      if (charge) stripe.openDispute(world, twin(game.world.charges, world.charges, charge));
      return;
    case "dispute-ends": {
      const own = dispute && twin(game.world.disputes, world.disputes, dispute);
      if (own) stripe.closeDispute(world, own, command.isWon ? "won" : "lost");
      return;
    }
    case "payout":
    case "payout-ends":
      return payOut(site, game, command, payout, now);
    case "jobs":
      for (const job of before.jobs) {
        const id = idOf(site.orders, job.order.orderId);
        if (job.kind === "settle-cancelled") await settleCancelledOrder(testDb, () => calls, id, now);
        else await testDb.transaction().execute((trx) => releaseDeposit(trx, id, now));
      }
      return sendAsked(site, game, now);
    case "clock":
      return tick(site, game, before.checkoutCount, now);
    case "webhook-lost":
  }
}
