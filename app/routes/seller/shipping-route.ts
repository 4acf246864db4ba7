import { redirect } from "@remix-run/node";
import { changeRoute, changeRouteInput } from "~/modules/sellers/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";

export const loader = forSeller("manager", ({ paths }) => Promise.resolve(redirect(paths.shipping())));

/** Switches a way on or off, or takes it away; the page of all ways says what came of it. */
export const action = forSeller("manager", async ({ seller, params, request, paths }) => {
  const routeId = uuidParam(params, "id");
  const form = await parseForm(request, changeRouteInput);
  if (!form.ok) return redirectWith(paths.shipping());
  const changed = await changeRoute(db, seller, form.key, { routeId, ...form.value });
  return redirectWith(paths.shipping(changed.ok ? { saved: "1" } : { refused: changed.refusal }));
});
