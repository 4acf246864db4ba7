import { redirect } from "@remix-run/node";
import { removeClosure, versionInput } from "~/modules/sellers/index.server";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";

export const loader = forSeller("manager", ({ paths }) => Promise.resolve(redirect(paths.closure())));

/** The closure's page says what came of it. */
export const action = forSeller("manager", async ({ seller, request, paths }) => {
  const form = await parseForm(request, versionInput);
  if (!form.ok) return redirectWith(paths.closure());
  const removed = await removeClosure(db, seller, form.key, form.value);
  return redirectWith(paths.closure(removed.ok ? { saved: "1" } : { changed: "1" }));
});
