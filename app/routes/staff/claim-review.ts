import { redirect } from "@remix-run/node";
import { claimReview } from "~/modules/reviews/index.server";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { forStaff, uuidParam } from "~/platform/http/openers.server";

export const loader = forStaff("reviewer", ({ params, paths }) =>
  Promise.resolve(redirect(paths.review(uuidParam(params, "id")))),
);

/** Whoever comes second sees on the item's page who holds it. */
export const action = forStaff("reviewer", async ({ staff, params, paths }) => {
  const itemId = uuidParam(params, "id");
  await claimReview(db, staff, itemId);
  return redirectWith(paths.review(itemId));
});
