import { deedInput, inquiryDeedOf, stepAsSeller } from "~/modules/inquiries/index.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";

/** What the page says when it is done. */
const NEWS = { decline: "declined", close: "closed", "mark-spam": "spam", "not-spam": "notSpam" } as const;

/** Declines, closes, takes for spam or takes that back. */
export const action = forSeller("editor", async ({ seller, params, request, paths }) => {
  const inquiryId = uuidParam(params, "id");
  const deed = orNotFound(inquiryDeedOf(params.deed));
  const form = await parseForm(request, deedInput);
  const words = form.ok ? form.value.words : undefined;
  const stepped = await stepAsSeller(db, seller, form.key, { inquiryId, deed, words });
  if (!stepped.ok && stepped.refusal === "inquiry-missing") orNotFound(undefined);
  return redirectWith(paths.sellerInquiry(inquiryId, { news: stepped.ok ? NEWS[deed] : "stale" }));
});
