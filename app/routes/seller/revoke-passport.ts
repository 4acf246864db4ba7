import { redirect } from "@remix-run/node";
import { revokePassport } from "~/modules/export-readiness/index.server";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { readFormKey } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { isUuid } from "~/platform/uuid";

export const loader = forSeller("manager", ({ paths }) => Promise.resolve(redirect(paths.ownMarkets())));

/** The page of its market says that it is done; another seller's passport is missing. */
export const action = forSeller("manager", async ({ seller, params, request, paths }) => {
  const passportId = orNotFound(isUuid(params.id) ? params.id : undefined);
  const revoked = await revokePassport(db, seller, await readFormKey(request), passportId);
  if (!revoked.ok) return orNotFound(undefined);
  return redirectWith(paths.ownMarket(revoked.value.marketId, { passport: "revoked" }, "#passport"));
});
