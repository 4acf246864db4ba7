import { redirect } from "@remix-run/node";
import { draftListingText } from "~/modules/catalog/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { readFormKey } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";

const localeOf = (name: string | undefined) => (name === "en" || name === "ru" ? name : undefined);

export const loader = forSeller("editor", ({ params, paths }) =>
  Promise.resolve(redirect(paths.listingPart(uuidParam(params, "id"), orNotFound(localeOf(params.language))))),
);

/** The page of the text shows the draft, or why it stays as it is: it was written by hand, or waits for the Federation. */
export const action = forSeller("editor", async ({ seller, params, request, paths }) => {
  const listingId = uuidParam(params, "id");
  const locale = orNotFound(localeOf(params.language));
  await draftListingText(db, seller, await readFormKey(request), { listingId, locale });
  return redirectWith(paths.listingPart(listingId, locale));
});
