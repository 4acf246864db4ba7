import { redirect } from "@remix-run/node";
import { claimShop } from "~/modules/sellers/index.server";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { forStaff, uuidParam } from "~/platform/http/openers.server";

export const loader = forStaff("reviewer", ({ params, paths }) =>
  Promise.resolve(redirect(paths.review(uuidParam(params, "id")))),
);

/** Whoever comes second sees on the item's page who holds it. */
export const action = forStaff("reviewer", async ({ staff, params, paths }) => {
  const itemId = uuidParam(params, "id");
  const claimed = await claimShop(db, staff, itemId);
  return redirectWith(paths.review(itemId, !claimed.ok && claimed.refusal === "filled-by-you" ? { own: "1" } : {}));
});
