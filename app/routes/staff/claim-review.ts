import { redirect } from "@remix-run/node";
import { reviewPath } from "~/modules/catalog";
import { decidedPath } from "~/modules/catalog/index.server";
import { findReview } from "~/modules/reviews/index.server";
import { claimDeskItem } from "~/modules/export-readiness/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { forStaff } from "~/platform/http/openers.server";
import type { Paths } from "~/platform/http/paths";

async function openItem(paths: Paths, params: Record<string, string | undefined>) {
  const itemId = uuidParam(params, "id");
  const item = await findReview(db, itemId);
  if (!item) throw redirectWith(orNotFound(await decidedPath(db, paths, itemId)));
  return item;
}

export const loader = forStaff("reviewer", async ({ params, paths }) => {
  const { itemId, queue } = await openItem(paths, params);
  return redirect(reviewPath(paths, queue, itemId));
});

/** Whoever comes second sees on the item's page who holds it. */
export const action = forStaff("reviewer", async ({ staff, params, paths }) => {
  const { itemId, queue } = await openItem(paths, params);
  const claimed = await claimDeskItem(db, staff, itemId);
  const isOwn = !claimed.ok && claimed.refusal === "filled-by-you";
  return redirectWith(reviewPath(paths, queue, itemId, isOwn ? { own: "1" } : {}));
});
