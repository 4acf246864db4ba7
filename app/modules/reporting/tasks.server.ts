import { listReviewOutcomes } from "~/modules/reviews/index.server";
import { SHOP_STEPS, stepOf, stepsOf, type ShopStep } from "~/modules/sellers";
import { findShop, SHOP_QUEUE, type Shop } from "~/modules/sellers/index.server";
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
    tasksOfDrafts(db, asking),
  ]);
  // A step that the Federation asked about may lack something, too.
  return tasks.flat().filter(({ path }, at, all) => all.findIndex((task) => task.path === path) === at);
}

const STEP_TASKS: Readonly<Record<ShopStep, { text: () => string; why: () => string }>> = {
  making: { text: m["sellers.step.making"], why: m["sellers.refusal.makingMissing"] },
  place: { text: m["sellers.step.place"], why: m["sellers.mend.place"] },
  story: { text: m["sellers.step.story"], why: m["sellers.refusal.storyMissing"] },
};

/** What the Federation wants changed: a task per step that it named, or one for its word to the team. */
async function tasksOfReview(db: Db, shop: Shop, { paths }: Asking): Promise<SellerTask[]> {
  if (shop.status !== "changes_requested") return [];
  const [latest] = await listReviewOutcomes(db, { queue: SHOP_QUEUE, subjectId: shop.sellerId });
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

/** Steps of the shop that lack something, and sending it when none does. */
function tasksOfShop(shop: Shop, { paths }: Asking): SellerTask[] {
  const { closedBy, done } = stepsOf(shop);
  if (closedBy) return [];
  const open = SHOP_STEPS.filter((step) => !done.includes(step));
  if (open.length === 0 && shop.status === "draft") {
    return [{ text: m["reporting.tasks.send"](), path: paths.workspace(), why: m["reporting.tasks.sendWhy"]() }];
  }
  return open.map((step) => ({
    text: STEP_TASKS[step].text(),
    path: paths.shopStep(step),
    why: STEP_TASKS[step].why(),
  }));
}

/** Listings that were begun and never sent: one task for all of them. */
async function tasksOfDrafts(db: Db, { sellerId, paths }: Asking): Promise<SellerTask[]> {
  const { drafts } = await db
    .selectFrom("listings")
    .select((eb) => eb.fn.countAll<bigint>().as("drafts"))
    .where("sellerId", "=", sellerId)
    .where("status", "=", "draft")
    .where("submittedAt", "is", null)
    .executeTakeFirstOrThrow();
  if (drafts === 0n) return [];
  const text = m["reporting.tasks.drafts"]({ count: Number(drafts) });
  return [{ text, path: paths.ownListings({ status: "draft" }), why: m["reporting.tasks.draftsWhy"]() }];
}
