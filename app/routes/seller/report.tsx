import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { REPORT_OUTCOME_TEXTS, REPORT_RULE_TEXTS } from "~/modules/catalog";
import { answerRefusalText, answerReport, answerReportInput, findSellerCase } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { loadsAnew } from "~/platform/http/loads-anew";
import { forSeller } from "~/platform/http/openers.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { privateMeta } from "~/ui/layouts/page-meta";
import { usePaths } from "~/ui/layouts/site";
import { linkStyle } from "~/ui/primitives/button";
import { DoneNotice } from "~/ui/primitives/notice";
import { AnswerCase } from "~/ui/staff/answer-case";
import { CaseSides } from "~/ui/staff/case-sides";
import { StatementOfReasons } from "~/ui/staff/statement-of-reasons";
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

/** Who was refused sees how the report stands by now. */
export const shouldRevalidate = loadsAnew;

export default function SellerReportPage() {
  const { formKey, isSaid, listing, reports, statements, answerBy, decision } = useLoaderData<typeof loader>();
  const paths = usePaths();
  const last = useActionData<typeof action>();
  return (
    <WorkspaceFrame title={m["reviews.report.sellerTitle"]()} lead={m["reviews.report.sellerLead"]()}>
      {isSaid ? <DoneNotice>{m["reviews.report.said"]()}</DoneNotice> : null}
      <p className="mb-6">
        <Link to={paths.listing(listing.slug)} className={linkStyle}>
          {listing.title}
        </Link>
      </p>
      {decision ? (
        <StatementOfReasons
          reasons={{
            outcome: REPORT_OUTCOME_TEXTS[decision.outcome](),
            rule: decision.rule && REPORT_RULE_TEXTS[decision.rule](),
            facts: decision.facts,
            when: decision.when,
          }}
        />
      ) : null}
      <CaseSides
        reports={reports}
        statements={statements}
        unanswered={decision ? m["reviews.report.side.none"]() : m["reviews.report.side.waiting"]({ when: answerBy })}
      />
      {decision ? null : (
        <div className="mt-8">
          <AnswerCase last={last} formKey={formKey} said={statements.length} />
        </div>
      )}
    </WorkspaceFrame>
  );
}
