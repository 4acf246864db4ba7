import { redirect } from "@remix-run/node";
import { removeAddress } from "~/modules/accounts/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { readFormKey } from "~/platform/http/form.server";
import { forBuyer } from "~/platform/http/openers.server";

export const loader = forBuyer(({ paths }) => Promise.resolve(redirect(paths.addresses())));

/** What is gone already is gone: the list says so. */
export const action = forBuyer(async ({ buyer, params, request, paths }) => {
  await removeAddress(db, buyer, await readFormKey(request), uuidParam(params, "id"));
  return redirectWith(paths.addresses());
});
