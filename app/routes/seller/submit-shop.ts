import { redirect } from "@remix-run/node";
import { submitShop } from "~/modules/sellers/index.server";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { readFormKey } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";

export const loader = forSeller("manager", ({ paths }) => Promise.resolve(redirect(paths.workspace())));

/** The workspace says what came of it: somebody of the team may have changed or sent the shop in the meantime. */
export const action = forSeller("manager", async ({ seller, request, paths }) => {
  const submitted = await submitShop(db, seller, await readFormKey(request));
  return redirectWith(paths.workspace(submitted.ok ? {} : { refused: submitted.refusal }));
});
