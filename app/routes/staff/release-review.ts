import { redirect } from "@remix-run/node";
import { findReview, releaseReview } from "~/modules/reviews/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { forStaff } from "~/platform/http/openers.server";

export const loader = forStaff("reviewer", ({ paths }) => Promise.resolve(redirect(paths.desk())));

/** Lets an item go undecided, so that others need not wait until the claim is over. */
export const action = forStaff("reviewer", async ({ staff, params, paths }) => {
  const itemId = uuidParam(params, "id");
  const item = await findReview(db, itemId);
  await releaseReview(db, staff, itemId);
  return redirectWith(paths.desk({ queue: item?.queue }));
});
