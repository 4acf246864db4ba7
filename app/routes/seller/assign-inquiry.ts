import { assignInput, assignInquiry } from "~/modules/inquiries/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";

export const action = forSeller("editor", async ({ seller, params, request, paths }) => {
  const inquiryId = uuidParam(params, "id");
  const form = await parseForm(request, assignInput);
  const to = form.ok ? form.value.to : undefined;
  const assigned = await assignInquiry(db, seller, form.key, { inquiryId, to });
  if (!assigned.ok && assigned.refusal === "inquiry-missing") orNotFound(undefined);
  return redirectWith(paths.sellerInquiry(inquiryId, { news: assigned.ok ? "done" : "noMember" }));
});
