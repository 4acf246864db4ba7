import { redirect } from "@remix-run/node";
import { workForShop } from "~/modules/sellers/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { readFormKey } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";

export const loader = forStaff("reviewer", ({ paths }) => Promise.resolve(redirect(paths.shopsInCare())));

/** A shop that is no longer in her care is not on the list she comes back to. */
export const action = forStaff("reviewer", async ({ staff, params, request, paths }) => {
  const sellerId = uuidParam(params, "id");
  const done = await workForShop(db, staff, await readFormKey(request), sellerId);
  return redirectWith(done.ok ? paths.workspace() : paths.shopsInCare());
});
