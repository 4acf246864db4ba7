import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  caseView,
  findBuyersCases,
  reportAsBuyer,
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
import { forGuestLink } from "~/platform/http/openers.server";
import { ReportThread } from "~/ui/inquiries/report-thread";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  privateMeta(m["inquiryCases.report.title"]({ reference: page?.reference ?? "" }));

export const loader = forGuestLink(async ({ inquirer, params, lang }) => {
  const inquiryId = uuidParam(params, "id");
  const { reference, mine } = orNotFound(await findBuyersCases(db, inquirer, inquiryId));
  return { formKey: newFormKey(), inquiryId, reference, mine: mine && caseView(mine, lang) };
});

export const action = forGuestLink(async ({ inquirer, params, request, paths }) => {
  const inquiryId = uuidParam(params, "id");
  const form = await parseForm(request, reportInquiryInput);
  if (!form.ok) return invalid(form);

  const { reason, words } = form.value;
  const reported = await reportAsBuyer(db, inquirer, form.key, { inquiryId, reason, words });
  if (!reported.ok) return invalid(form, reportInquiryRefusalText[reported.refusal]());

  return redirectWith(paths.reportInquiry(inquiryId));
});

/** Who was refused sees what was reported meanwhile. */
export const shouldRevalidate = loadsAnew;

export default function ReportInquiryPage() {
  const { formKey, inquiryId, reference, mine } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  return (
    <ReportThread last={last} formKey={formKey} reference={reference} mine={mine} back={paths.inquiry(inquiryId)} />
  );
}
