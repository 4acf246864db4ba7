import { findWaiting, listUnanswered } from "~/modules/inquiries/index.server";
import { countWaitingOrders } from "~/modules/orders/index.server";
import { canWait, isStepDone, SHOP_STEPS, stepOf, stepsToMend, type ShopStep } from "~/modules/sellers";
import { findRequestedChanges, findShop, type Shop } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import type { Db } from "~/platform/db/db.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { currentLocale } from "~/platform/i18n/locale.server";
import type { Paths } from "~/platform/http/paths";
import type { SellerTask } from "./types";

type Asking = { sellerId: string; paths: Paths };

/** What needs a seller's attention today, the most urgent first. Each kind of task is a function of its own. */
export async function listTasksOfSeller(db: Db, asking: Asking): Promise<SellerTask[]> {
  const shop = await findShop(db, asking.sellerId);
  if (!shop) return [];
  const tasks = await Promise.all([
    tasksOfOrders(db, asking),
    tasksOfReports(db, asking),
    tasksOfInquiries(db, asking),
    tasksOfReview(db, shop, asking),
    Promise.resolve(tasksOfShop(shop, asking)),
    tasksOfListings(db, shop, asking),
    tasksOfShipping(db, shop, asking),
  ]);
  // A step that the Federation asked about may lack something, too.
  return tasks.flat().filter(({ path }, at, all) => all.findIndex((task) => task.path === path) === at);
}

const STEP_TASKS: Readonly<Record<ShopStep, { text: () => string; why: () => string }>> = {
  making: { text: m["sellers.step.making"], why: m["sellers.refusal.makingMissing"] },
  place: { text: m["sellers.step.place"], why: m["sellers.mend.place"] },
  contacts: { text: m["sellers.step.contacts"], why: m["sellers.contacts.mend.none"] },
  story: { text: m["sellers.step.story"], why: m["sellers.refusal.storyMissing"] },
  pictures: { text: m["sellers.step.pictures"], why: m["sellers.pictures.lead"] },
  legal: { text: m["sellers.step.legal"], why: m["sellers.task.legalWhy"] },
  paper: { text: m["sellers.step.paper"], why: m["sellers.task.paperWhy"] },
  bank: { text: m["sellers.step.bank"], why: m["sellers.task.bankWhy"] },
};

/** Orders that wait for the shop: to be taken on, to be answered about, and to be sent. */
async function tasksOfOrders(db: Db, { sellerId, paths }: Asking): Promise<SellerTask[]> {
  const { toAccept, toSend, toAnswer } = await countWaitingOrders(db, sellerId);
  const accept = {
    text: m["orders.task.accept"]({ count: toAccept }),
    path: paths.sellerOrders({ status: "awaiting_acceptance" }),
    why: m["orders.task.acceptWhy"](),
  };
  const answer = {
    text: m["orders.task.answer"]({ count: toAnswer }),
    path: paths.sellerOrders({ problem: "1" }),
    why: m["orders.task.answerWhy"](),
  };
  const send = {
    text: m["orders.task.send"]({ count: toSend }),
    path: paths.sellerOrders(),
    why: m["orders.task.sendWhy"](),
  };
  return [...(toAccept > 0 ? [accept] : []), ...(toAnswer > 0 ? [answer] : []), ...(toSend > 0 ? [send] : [])];
}

/** Buyers' reports of threads: the shop is asked for its words before the Federation decides. */
async function tasksOfReports(db: Db, { sellerId, paths }: Asking): Promise<SellerTask[]> {
  const moment = dateFormat(currentLocale(), { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Baku" });
  const unanswered = await listUnanswered(db, sellerId);
  return unanswered.map(({ inquiryId, answerBy }) => ({
    text: m["reporting.tasks.reported"](),
    path: paths.sellerAnswerInquiryReport(inquiryId),
    why: m["reporting.tasks.reportedWhy"]({ when: moment.format(answerBy) }),
  }));
}

/** Buyers who wait for an answer: who answers first is often who sells. */
async function tasksOfInquiries(db: Db, { sellerId, paths }: Asking): Promise<SellerTask[]> {
  const waiting = await findWaiting(db, sellerId);
  if (!waiting) return [];
  const { count, longest } = waiting;
  const why = m["reporting.tasks.inquiriesWhy"]({ longest });
  return [{ text: m["reporting.tasks.inquiries"]({ count }), path: paths.inbox({ status: "open" }), why }];
}

/** What the Federation wants changed: a task per step that it named, or one for its word to the team. */
async function tasksOfReview(db: Db, shop: Shop, { paths }: Asking): Promise<SellerTask[]> {
  const latest = await findRequestedChanges(db, shop);
  if (!latest) return [];
  const asked = stepsToMend(latest.reasons);
  const isMended = asked.length === 0 && latest.reasons.length > 0;
  if (isMended && shop.status === "changes_requested") {
    return [{ text: m["reporting.tasks.send"](), path: paths.workspace(), why: m["sellers.workspace.mended"]() }];
  }
  if (isMended) return [];
  if (asked.length === 0) {
    return [
      {
        text: m["reporting.tasks.read"](),
        path: paths.workspace(),
        why: latest.note ?? m["reporting.tasks.federationAsks"](),
      },
    ];
  }
  return asked.map((step) => ({
    text: m["reporting.tasks.mend"]({ step: STEP_TASKS[step].text() }),
    path: paths.shopStep(step),
    why:
      latest.reasons.find(({ field, words }) => stepOf(field) === step && words)?.words ??
      m["reporting.tasks.federationAsks"](),
  }));
}

/** Steps that keep the shop from being sent, and sending it when none does. What may wait has a place of its own. */
function tasksOfShop(shop: Shop, { paths }: Asking): SellerTask[] {
  if (shop.status !== "draft" && shop.status !== "changes_requested") return [];
  const open = SHOP_STEPS.filter((step) => !canWait(step) && !isStepDone(step, shop));
  if (open.length === 0 && shop.status === "draft") {
    return [{ text: m["reporting.tasks.send"](), path: paths.workspace(), why: m["reporting.tasks.sendWhy"]() }];
  }
  return open.map((step) => ({
    text: STEP_TASKS[step].text(),
    path: paths.shopStep(step),
    why: STEP_TASKS[step].why(),
  }));
}

/**
 * Listings that were sent back, those with a change that buyers do not see, and those that were begun and never sent: one
 * task for all of each. An open shop without any is to write its first.
 */
async function tasksOfListings(db: Db, shop: Shop, { sellerId, paths }: Asking): Promise<SellerTask[]> {
  const rows = await db
    .selectFrom("listings")
    .select((eb) => [
      "status",
      eb.fn.countAll<bigint>().as("count"),
      eb.fn.countAll<bigint>().filterWhere("isChanged", "is", true).filterWhere("submittedAt", "is", null).as("unsent"),
    ])
    .where("sellerId", "=", sellerId)
    .where("status", "<>", "archived")
    .groupBy("status")
    .execute();
  if (rows.length === 0 && shop.status === "approved") {
    const text = m["reporting.tasks.first"]();
    return [{ text, path: paths.newListing(), why: m["reporting.tasks.firstWhy"]() }];
  }
  const countOf = (status: string) => Number(rows.find((row) => row.status === status)?.count ?? 0n);
  const [asked, drafts] = [countOf("changes_requested"), countOf("draft")];
  const unsent = Number(rows.find((row) => row.status === "published")?.unsent ?? 0n);
  const sendChanges = {
    text: m["reporting.tasks.unsent"]({ count: unsent }),
    path: paths.ownListings({ status: "published" }),
    why: m["reporting.tasks.unsentWhy"](),
  };
  const mend = {
    text: m["reporting.tasks.asked"]({ count: asked }),
    path: paths.ownListings({ status: "changes_requested" }),
    why: m["reporting.tasks.askedWhy"](),
  };
  const send = {
    text: m["reporting.tasks.drafts"]({ count: drafts }),
    path: paths.ownListings({ status: "draft" }),
    why: m["reporting.tasks.draftsWhy"](),
  };
  return [...(asked > 0 ? [mend] : []), ...(unsent > 0 ? [sendChanges] : []), ...(drafts > 0 ? [send] : [])];
}

/** Without a way to send goods, an open shop's listings can be had nowhere. */
async function tasksOfShipping(db: Db, shop: Shop, { sellerId, paths }: Asking): Promise<SellerTask[]> {
  if (shop.status !== "approved") return [];
  const route = await db
    .selectFrom("routes")
    .select("id")
    .where("sellerId", "=", sellerId)
    .where("isActive", "is", true)
    .limit(1)
    .executeTakeFirst();
  if (route) return [];
  return [{ text: m["reporting.tasks.shipping"](), path: paths.shipping(), why: m["reporting.tasks.shippingWhy"]() }];
}
