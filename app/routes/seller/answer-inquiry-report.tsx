import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerReportInput } from "~/modules/catalog/index.server";
import {
  caseView,
  findSellersCases,
  answerReportAsSeller,
  answerInquiryReportRefusalText,
} from "~/modules/inquiries/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { loadsAnew } from "~/platform/http/loads-anew";
import { forSeller } from "~/platform/http/openers.server";
import { AnswerReport } from "~/ui/inquiries/answer-report";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { WorkspaceTabs } from "~/ui/workspace/workspace-tabs";

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  privateMeta(m["inquiryCases.against.title"]({ reference: page?.reference ?? "" }));

export const loader = forSeller("editor", async ({ seller, params, lang, url }) => {
  const inquiryId = uuidParam(params, "id");
  const { reference, ...found } = orNotFound(await findSellersCases(db, { sellerId: seller.sellerId, inquiryId }));
  const against = caseView(orNotFound(found.against), lang);
  return { formKey: newFormKey(), inquiryId, reference, against, isSaid: url.searchParams.has("said") };
});

export const action = forSeller("editor", async ({ seller, params, request, paths }) => {
  const inquiryId = uuidParam(params, "id");
  const form = await parseForm(request, answerReportInput);
  if (!form.ok) return invalid(form);

  const { words } = form.value;
  const answered = await answerReportAsSeller(db, seller, form.key, { inquiryId, words });
  if (!answered.ok) return invalid(form, answerInquiryReportRefusalText[answered.refusal]());

  return redirectWith(paths.sellerAnswerInquiryReport(inquiryId, { said: "1" }));
});

/** Who was refused sees how the report stands by now. */
export const shouldRevalidate = loadsAnew;

export default function SellerAnswerReportPage() {
  const { formKey, inquiryId, reference, against, isSaid } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  return (
    <>
      <div className="mx-auto max-w-5xl pt-8">
        <WorkspaceTabs />
      </div>
      <AnswerReport
        last={last}
        formKey={formKey}
        reference={reference}
        against={against}
        isSaid={isSaid}
        back={paths.sellerInquiry(inquiryId)}
      />
    </>
  );
}
