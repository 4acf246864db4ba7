import { redirect } from "@remix-run/node";
import { stopWorkingForShop } from "~/modules/sellers/index.server";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { readFormKey } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";

export const loader = forStaff("reviewer", ({ paths }) => Promise.resolve(redirect(paths.shopsInCare())));

export const action = forStaff("reviewer", async ({ staff, request, paths }) => {
  await stopWorkingForShop(db, staff, await readFormKey(request));
  return redirectWith(paths.shopsInCare());
});
