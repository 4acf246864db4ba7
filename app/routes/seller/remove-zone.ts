import { redirect } from "@remix-run/node";
import { removeZone, versionInput } from "~/modules/sellers/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";

export const loader = forSeller("manager", ({ paths }) => Promise.resolve(redirect(paths.shipping())));

/** The page of all ways says what came of it. */
export const action = forSeller("manager", async ({ seller, params, request, paths }) => {
  const zoneId = uuidParam(params, "id");
  const form = await parseForm(request, versionInput);
  if (!form.ok) return redirectWith(paths.shipping());
  const removed = await removeZone(db, seller, form.key, { zoneId, version: form.value.version });
  return redirectWith(paths.shipping(removed.ok ? { saved: "1" } : { refused: removed.refusal }));
});
