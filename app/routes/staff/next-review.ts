import { redirect } from "@remix-run/node";
import { isDeskQueue, reviewPath } from "~/modules/catalog";
import { claimNextReview } from "~/modules/reviews/index.server";
import { listKeptFrom } from "~/modules/export-readiness/index.server";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { forStaff } from "~/platform/http/openers.server";

export const loader = forStaff("reviewer", ({ paths }) => Promise.resolve(redirect(paths.desk())));

/** Takes what has waited longest in a queue and nobody looks at. */
export const action = forStaff("reviewer", async ({ staff, url, paths }) => {
  const asked = url.searchParams.get("queue");
  const queue = orNotFound(isDeskQueue(asked) ? asked : undefined);
  const next = await claimNextReview(db, staff, { queue, except: await listKeptFrom(db, staff, queue) });
  return redirectWith(next ? reviewPath(paths, queue, next.itemId) : paths.desk({ queue, none: "1" }));
});
