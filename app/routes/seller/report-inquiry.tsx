import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  caseView,
  findSellersCases,
  reportAsSeller,
  reportInquiryInput,
  reportInquiryRefusalText,
} from "~/modules/inquiries/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { loadsAnew } from "~/platform/http/loads-anew";
import { forSeller } from "~/platform/http/openers.server";
import { ReportThread } from "~/ui/inquiries/report-thread";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { WorkspaceTabs } from "~/ui/workspace/workspace-tabs";

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  privateMeta(m["inquiryCases.report.title"]({ reference: page?.reference ?? "" }));

export const loader = forSeller("editor", async ({ seller, params, lang }) => {
  const inquiryId = uuidParam(params, "id");
  const { reference, mine } = orNotFound(await findSellersCases(db, { sellerId: seller.sellerId, inquiryId }));
  return { formKey: newFormKey(), inquiryId, reference, mine: mine && caseView(mine, lang) };
});

export const action = forSeller("editor", async ({ seller, params, request, paths }) => {
  const inquiryId = uuidParam(params, "id");
  const form = await parseForm(request, reportInquiryInput);
  if (!form.ok) return invalid(form);

  const { reason, words } = form.value;
  const reported = await reportAsSeller(db, seller, form.key, { inquiryId, reason, words });
  if (!reported.ok) return invalid(form, reportInquiryRefusalText[reported.refusal]());

  return redirectWith(paths.sellerReportInquiry(inquiryId));
});

/** Who was refused sees what was reported meanwhile. */
export const shouldRevalidate = loadsAnew;

export default function SellerReportInquiryPage() {
  const { formKey, inquiryId, reference, mine } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  return (
    <>
      <div className="mx-auto max-w-5xl pt-8">
        <WorkspaceTabs />
      </div>
      <ReportThread
        last={last}
        formKey={formKey}
        reference={reference}
        mine={mine}
        back={paths.sellerInquiry(inquiryId)}
      />
    </>
  );
}
