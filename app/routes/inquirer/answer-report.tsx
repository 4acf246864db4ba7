import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerReportInput } from "~/modules/catalog/index.server";
import {
  caseView,
  findBuyersCases,
  answerReportAsBuyer,
  answerInquiryReportRefusalText,
} from "~/modules/inquiries/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { loadsAnew } from "~/platform/http/loads-anew";
import { forGuestLink } from "~/platform/http/openers.server";
import { AnswerReport } from "~/ui/inquiries/answer-report";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  privateMeta(m["inquiryCases.against.title"]({ reference: page?.reference ?? "" }));

export const loader = forGuestLink(async ({ inquirer, params, lang, url }) => {
  const inquiryId = uuidParam(params, "id");
  const { reference, ...found } = orNotFound(await findBuyersCases(db, inquirer, inquiryId));
  const against = caseView(orNotFound(found.against), lang);
  return { formKey: newFormKey(), inquiryId, reference, against, isSaid: url.searchParams.has("said") };
});

export const action = forGuestLink(async ({ inquirer, params, request, paths }) => {
  const inquiryId = uuidParam(params, "id");
  const form = await parseForm(request, answerReportInput);
  if (!form.ok) return invalid(form);

  const { words } = form.value;
  const answered = await answerReportAsBuyer(db, inquirer, form.key, { inquiryId, words });
  if (!answered.ok) return invalid(form, answerInquiryReportRefusalText[answered.refusal]());

  return redirectWith(paths.answerInquiryReport(inquiryId, { said: "1" }));
});

/** Who was refused sees how the report stands by now. */
export const shouldRevalidate = loadsAnew;

export default function AnswerReportPage() {
  const { formKey, inquiryId, reference, against, isSaid } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  return (
    <AnswerReport
      last={last}
      formKey={formKey}
      reference={reference}
      against={against}
      isSaid={isSaid}
      back={paths.inquiry(inquiryId)}
    />
  );
}
