import { markReady } from "~/modules/orders/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { readFormKey } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";

export const action = forSeller("editor", async ({ seller, params, request, paths }) => {
  const orderId = uuidParam(params, "id");
  const pressed = await markReady(db, seller, await readFormKey(request), orderId);
  if (!pressed.ok && pressed.refusal === "order-missing") orNotFound(undefined);
  return redirectWith(paths.sellerOrder(orderId, { news: pressed.ok ? "ready" : "stale" }));
});
