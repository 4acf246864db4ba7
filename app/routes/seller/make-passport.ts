import { redirect } from "@remix-run/node";
import { makePassport } from "~/modules/export-readiness/index.server";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { readFormKey } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";

export const loader = forSeller("manager", ({ params, paths }) =>
  Promise.resolve(redirect(paths.ownMarket(params.market ?? ""))),
);

/** The market's page says what came of it. */
export const action = forSeller("manager", async ({ seller, params, request, paths }) => {
  const marketId = params.market ?? "";
  const made = await makePassport(db, seller, await readFormKey(request), marketId);
  if (!made.ok && made.refusal === "market-missing") return redirectWith(paths.ownMarkets());
  return redirectWith(paths.ownMarket(marketId, { passport: made.ok ? "made" : made.refusal }, "#passport"));
});
