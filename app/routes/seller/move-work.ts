import { redirect } from "@remix-run/node";
import { moveWork, moveWorkInput } from "~/modules/sellers/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";

export const loader = forSeller("editor", ({ paths }) => Promise.resolve(redirect(paths.portfolio())));

/** The list shows what came of it; a work that is gone is not in it. */
export const action = forSeller("editor", async ({ seller, params, request, paths }) => {
  const workId = uuidParam(params, "id");
  const form = await parseForm(request, moveWorkInput);
  if (form.ok) await moveWork(db, seller, form.key, { workId, by: form.value.by });
  return redirectWith(paths.portfolio());
});
