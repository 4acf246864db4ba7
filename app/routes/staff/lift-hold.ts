import { redirect } from "@remix-run/node";
import { liftHold } from "~/modules/payments/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { readFormKey } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";

export const loader = forStaff("treasurer", ({ params, paths }) =>
  Promise.resolve(redirect(paths.sellerTerms(uuidParam(params, "id")))),
);

/** Lifted already by somebody else, it is what was wanted: the page shows that it is gone. */
export const action = forStaff("treasurer", async ({ staff, params, request, paths }) => {
  const [sellerId, holdId] = [uuidParam(params, "id"), uuidParam(params, "hold")];
  await liftHold(db, staff, await readFormKey(request), holdId);
  return redirectWith(paths.sellerTerms(sellerId, { news: "lifted" }));
});
