import { redirect } from "@remix-run/node";
import { revokeHandOver } from "~/modules/sellers/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { readFormKey } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";

export const loader = forStaff("reviewer", ({ paths }) => Promise.resolve(redirect(paths.shopsInCare())));

/** A link that was used in the meantime is not taken back: the shop is gone from her care then. */
export const action = forStaff("reviewer", async ({ staff, params, request, paths }) => {
  const sellerId = uuidParam(params, "id");
  await revokeHandOver(db, staff, await readFormKey(request), sellerId);
  return redirectWith(paths.shopInCare(sellerId));
});
