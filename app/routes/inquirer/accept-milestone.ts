import { acceptMilestone } from "~/modules/orders/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { readFormKey } from "~/platform/http/form.server";
import { forGuestLink } from "~/platform/http/openers.server";

export const action = forGuestLink(async ({ inquirer, params, request, paths }) => {
  const orderId = uuidParam(params, "id");
  const milestoneId = uuidParam(params, "milestone");
  const pressed = await acceptMilestone(db, inquirer, await readFormKey(request), { orderId, milestoneId });
  if (!pressed.ok && pressed.refusal.endsWith("-missing")) orNotFound(undefined);
  return redirectWith(paths.order(orderId, { news: pressed.ok ? "accept-milestone" : "stale" }));
});
