import { showRating } from "~/modules/orders/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { readFormKey } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";

export const action = forStaff("reviewer", async ({ staff, params, request, paths }) => {
  await showRating(db, staff, await readFormKey(request), uuidParam(params, "id"));
  return redirectWith(paths.staffRatings());
});
