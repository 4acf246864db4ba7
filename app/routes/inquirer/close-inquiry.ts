import { closeAsBuyer } from "~/modules/inquiries/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { readFormKey } from "~/platform/http/form.server";
import { forGuestLink } from "~/platform/http/openers.server";

export const action = forGuestLink(async ({ inquirer, params, request, paths }) => {
  const inquiryId = uuidParam(params, "id");
  const closed = await closeAsBuyer(db, inquirer, await readFormKey(request), inquiryId);
  if (!closed.ok && closed.refusal === "inquiry-missing") orNotFound(undefined);
  return redirectWith(paths.inquiry(inquiryId, { news: closed.ok ? "closed" : "stale" }));
});
