import { blockBuyer } from "~/modules/inquiries/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { readFormKey } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";

export const action = forSeller("editor", async ({ seller, params, request, paths }) => {
  const inquiryId = uuidParam(params, "id");
  const done = await blockBuyer(db, seller, await readFormKey(request), inquiryId);
  if (!done.ok && done.refusal === "inquiry-missing") orNotFound(undefined);
  return redirectWith(paths.sellerInquiry(inquiryId, { news: done.ok ? "blocked" : "stale" }));
});
