import { redirect } from "@remix-run/node";
import { reviewPath } from "~/modules/catalog";
import { findReview } from "~/modules/reviews/index.server";
import { claimShop } from "~/modules/sellers/index.server";
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
  const claimed = await claimShop(db, staff, itemId);
  const isOwn = !claimed.ok && claimed.refusal === "filled-by-you";
  return redirectWith(isOwn ? paths.review(itemId, { own: "1" }) : reviewPath(paths, queue, itemId));
});
