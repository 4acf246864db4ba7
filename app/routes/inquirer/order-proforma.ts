import { issueProforma } from "~/modules/orders/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { readFormKey } from "~/platform/http/form.server";
import { forGuestLink } from "~/platform/http/openers.server";

const REFUSED_NEWS = { "order-missing": "stale", "not-now": "stale", lacks: "proforma-lacks" } as const;

/**
 * Issues the pro-forma invoice and says so on the order's page, which links to it: a browser that saves files instead of showing
 * them would leave the page as it was.
 */
export const action = forGuestLink(async ({ inquirer, params, request, lang, paths }) => {
  const orderId = uuidParam(params, "id");
  const issued = await issueProforma(db, inquirer, await readFormKey(request), { orderId, lang });
  return redirectWith(
    issued.ok
      ? paths.order(orderId, { news: "proforma", document: issued.value.documentId }, "#news")
      : paths.order(orderId, { news: REFUSED_NEWS[issued.refusal] }, "#refused"),
  );
});
