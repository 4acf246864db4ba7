import { redirect } from "@remix-run/node";
import { moveFeature, moveInput } from "~/modules/curation/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";

export const loader = forStaff("curator", ({ paths }) => Promise.resolve(redirect(paths.curation())));

/** The desk says why when nothing moved. */
export const action = forStaff("curator", async ({ staff, params, request, paths }) => {
  const form = await parseForm(request, moveInput);
  if (!form.ok) return redirectWith(paths.curation());

  const moved = await moveFeature(db, staff, form.key, { featureId: uuidParam(params, "id"), by: form.value.by });
  return redirectWith(paths.curation(moved.ok ? {} : { refused: moved.refusal }));
});
