import { revokeLinks } from "~/modules/inquiries/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { forGuestLink } from "~/platform/http/openers.server";

export const action = forGuestLink(async ({ inquirer, params, paths }) => {
  const inquiryId = uuidParam(params, "id");
  const revoked = await revokeLinks(db, inquirer, inquiryId);
  orNotFound(revoked.ok ? revoked : undefined);
  return redirectWith(paths.inquiry(inquiryId, { news: "revoked" }));
});
