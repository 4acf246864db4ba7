import { redirect } from "@remix-run/node";
import { bareInput, removeAddress } from "~/modules/accounts/index.server";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forBuyer, uuidParam } from "~/platform/http/openers.server";

export const loader = forBuyer(({ paths }) => Promise.resolve(redirect(paths.addresses())));

/** What is gone already is gone: the list says so. */
export const action = forBuyer(async ({ buyer, params, request, paths }) => {
  const { key } = await parseForm(request, bareInput);
  await removeAddress(db, buyer, key, uuidParam(params, "id"));
  return redirectWith(paths.addresses());
});
