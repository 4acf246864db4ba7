import { redirect } from "@remix-run/node";
import { endFeature } from "~/modules/curation/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { readFormKey } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";

export const loader = forStaff("curator", ({ paths }) => Promise.resolve(redirect(paths.curation())));

/** The desk says why when it was not to be ended. */
export const action = forStaff("curator", async ({ staff, params, request, paths }) => {
  const ended = await endFeature(db, staff, await readFormKey(request), uuidParam(params, "id"));
  return redirectWith(paths.curation(ended.ok ? {} : { refused: ended.refusal }));
});
