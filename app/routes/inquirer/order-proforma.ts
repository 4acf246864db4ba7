import { issueProforma } from "~/modules/orders/index.server";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { readFormKey } from "~/platform/http/form.server";
import { forGuestLink, uuidParam } from "~/platform/http/openers.server";

/** Issues the pro-forma invoice and opens it; where it cannot be, the order's page says how the order stands by now. */
export const action = forGuestLink(async ({ inquirer, params, request, lang, paths }) => {
  const orderId = uuidParam(params, "id");
  const issued = await issueProforma(db, inquirer, await readFormKey(request), { orderId, lang });
  return redirectWith(
    issued.ok ? paths.orderDocument(orderId, issued.value.documentId) : paths.order(orderId, { news: "stale" }),
  );
});
