import { redirect } from "@remix-run/node";
import { reviewPath } from "~/modules/catalog";
import { claimReview, findReview } from "~/modules/reviews/index.server";
import { claimShop, isShopQueue } from "~/modules/sellers/index.server";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { forStaff, orNotFound, uuidParam } from "~/platform/http/openers.server";

export const loader = forStaff("reviewer", async ({ params, paths }) => {
  const { itemId, queue } = orNotFound(await findReview(db, uuidParam(params, "id")));
  return redirect(reviewPath(paths, queue, itemId));
});

/** Whoever comes second sees on the item's page who holds it. */
export const action = forStaff("reviewer", async ({ staff, params, paths }) => {
  const { itemId, queue } = orNotFound(await findReview(db, uuidParam(params, "id")));
  if (!isShopQueue(queue)) {
    await claimReview(db, staff, itemId);
    return redirectWith(reviewPath(paths, queue, itemId));
  }
  const claimed = await claimShop(db, staff, itemId);
  return redirectWith(paths.review(itemId, !claimed.ok && claimed.refusal === "filled-by-you" ? { own: "1" } : {}));
});
