import { canWait, isStepDone, SHOP_STEPS, stepOf, type ShopStep } from "~/modules/sellers";
import { findRequestedChanges, findShop, type Shop } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import type { Db } from "~/platform/db/db.server";
import type { Paths } from "~/platform/http/paths";
import type { SellerTask } from "./types";

type Asking = { sellerId: string; paths: Paths };

/** What needs a seller's attention today, the most urgent first. Each kind of task is a function of its own. */
export async function listTasksOfSeller(db: Db, asking: Asking): Promise<SellerTask[]> {
  const shop = await findShop(db, asking.sellerId);
  if (!shop) return [];
  const tasks = await Promise.all([
    tasksOfReview(db, shop, asking),
    tasksOfShop(shop, asking),
    tasksOfListings(db, asking),
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

/** What the Federation wants changed: a task per step that it named, or one for its word to the team. */
async function tasksOfReview(db: Db, shop: Shop, { paths }: Asking): Promise<SellerTask[]> {
  const latest = await findRequestedChanges(db, shop);
  if (!latest) return [];
  const asked = SHOP_STEPS.filter((step) => latest.reasons.some(({ field }) => stepOf(field) === step));
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

/** Listings that were sent back, and those that were begun and never sent: one task for all of each. */
async function tasksOfListings(db: Db, { sellerId, paths }: Asking): Promise<SellerTask[]> {
  const rows = await db
    .selectFrom("listings")
    .select((eb) => ["status", eb.fn.countAll<bigint>().as("count")])
    .where("sellerId", "=", sellerId)
    .where("status", "in", ["draft", "changes_requested"])
    .groupBy("status")
    .execute();
  const countOf = (status: string) => Number(rows.find((row) => row.status === status)?.count ?? 0n);
  const [asked, drafts] = [countOf("changes_requested"), countOf("draft")];
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
  return [...(asked > 0 ? [mend] : []), ...(drafts > 0 ? [send] : [])];
}
