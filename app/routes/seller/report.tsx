import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { answerRefusalText, answerReport, answerReportInput, findSellerCase } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forSeller, orNotFound, uuidParam } from "~/platform/http/openers.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { TextAreaField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { usePaths } from "~/ui/layouts/site";
import { linkStyle } from "~/ui/primitives/button";
import { DoneNotice } from "~/ui/primitives/notice";
import { CaseDecision } from "~/ui/staff/case-decision";
import { CaseSides } from "~/ui/staff/case-sides";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["reviews.report.sellerTitle"]());

export const loader = forSeller("manager", async ({ seller, params, lang, url }) => {
  const key = { caseId: uuidParam(params, "id"), sellerId: seller.sellerId };
  const found = orNotFound(await findSellerCase(db, key));
  const moment = dateFormat(lang, { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Baku" });
  return {
    formKey: newFormKey(),
    isSaid: url.searchParams.has("said"),
    listing: found.listing,
    reports: found.reports.map(({ reason, words, reportedAt }) => ({ reason, words, when: moment.format(reportedAt) })),
    statements: found.statements.map(({ words, saidAt }) => ({ words, when: moment.format(saidAt) })),
    answerBy: moment.format(found.answerBy),
    decision: found.decision && { ...found.decision, when: moment.format(found.decision.decidedAt) },
  };
});

export const action = forSeller("manager", async ({ seller, params, request, paths }) => {
  const form = await parseForm(request, answerReportInput);
  if (!form.ok) return invalid(form);
  const caseId = uuidParam(params, "id");

  const answered = await answerReport(db, seller, form.key, { caseId, words: form.value.words });
  if (!answered.ok) return invalid(form, answerRefusalText[answered.refusal]());

  return redirectWith(paths.sellerReport(caseId, { said: "1" }));
});

export default function SellerReportPage() {
  const { formKey, isSaid, listing, reports, statements, answerBy, decision } = useLoaderData<typeof loader>();
  const paths = usePaths();
  const { form, fields } = usePageForm<"words">(`answer-${statements.length}`, useActionData<typeof action>());
  return (
    <WorkspaceFrame title={m["reviews.report.sellerTitle"]()} lead={m["reviews.report.sellerLead"]()}>
      {isSaid ? <DoneNotice>{m["reviews.report.said"]()}</DoneNotice> : null}
      <p className="mb-6">
        <Link to={paths.listing(listing.slug)} className={linkStyle}>
          {listing.title}
        </Link>
      </p>
      {decision ? <CaseDecision decision={decision} /> : null}
      <CaseSides
        reports={reports}
        statements={statements}
        unanswered={decision ? m["reviews.report.side.none"]() : m["reviews.report.side.waiting"]({ when: answerBy })}
      />
      {decision ? null : (
        <div className="mt-8">
          <FormShell form={form} formKey={formKey}>
            <TextAreaField
              meta={fields.words}
              label={m["reviews.report.field.answer"]()}
              hint={m["reviews.report.field.answerHint"]()}
              rows={6}
            />
            <div>
              <SubmitButton>{m["reviews.report.answer"]()}</SubmitButton>
            </div>
          </FormShell>
        </div>
      )}
    </WorkspaceFrame>
  );
}
