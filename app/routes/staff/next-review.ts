import { redirect } from "@remix-run/node";
import { isDeskQueue, reviewPath } from "~/modules/catalog";
import { claimNextReview } from "~/modules/reviews/index.server";
import { listFilled } from "~/modules/sellers/index.server";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { forStaff, orNotFound } from "~/platform/http/openers.server";

export const loader = forStaff("reviewer", ({ paths }) => Promise.resolve(redirect(paths.desk())));

/** Takes what has waited longest in a queue and nobody looks at. */
export const action = forStaff("reviewer", async ({ staff, url, paths }) => {
  const asked = url.searchParams.get("queue");
  const queue = orNotFound(isDeskQueue(asked) ? asked : undefined);
  // Ids of listings are among none of them.
  const next = await claimNextReview(db, staff, { queue, except: await listFilled(db, staff.userId) });
  return redirectWith(next ? reviewPath(paths, queue, next.itemId) : paths.desk({ queue, none: "1" }));
});
