import { redirect } from "@remix-run/node";
import { saveInput, unsaveListing } from "~/modules/catalog/index.server";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forBuyer } from "~/platform/http/openers.server";

export const loader = forBuyer(({ paths }) => Promise.resolve(redirect(paths.saved())));

export const action = forBuyer(async ({ buyer, request, paths }) => {
  const form = await parseForm(request, saveInput);
  if (form.ok) await unsaveListing(db, buyer, form.value.listing);
  return redirectWith(paths.saved());
});
