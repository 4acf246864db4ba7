import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";
import type { InquiryCaseView } from "~/modules/inquiries";
import { m } from "~/paraglide/messages.js";
import { linkStyle } from "~/ui/primitives/button";
import { DoneNotice } from "~/ui/primitives/notice";
import { AnswerCase } from "~/ui/staff/answer-case";
import { StatementOfReasons } from "~/ui/staff/statement-of-reasons";
import { CaseSides } from "./case-sides";
import { reasonsOf } from "./reasons-of";

type Props = {
  last: SubmissionResult | undefined;
  formKey: string;
  reference: string;
  /** The latest report against this side. */
  against: InquiryCaseView;
  isSaid: boolean;
  /** The thread. */
  back: string;
};

/** What the other side of a thread has reported, and what this one says to it. */
export function AnswerReport({ last, formKey, reference, against, isSaid, back }: Props) {
  return (
    <div className="mx-auto max-w-3xl py-8">
      <h1 className="text-2xl">{m["inquiryCases.against.title"]({ reference })}</h1>
      <p className="mb-6 mt-2">
        <Link to={back} className={linkStyle}>
          {m["inquiryCases.report.back"]()}
        </Link>
      </p>
      {isSaid ? <DoneNotice>{m["reviews.report.said"]()}</DoneNotice> : null}
      {against.decision ? <StatementOfReasons reasons={reasonsOf(against.decision)} /> : null}
      <CaseSides report={against} />
      {against.decision ? null : (
        <div className="mt-8">
          <p className="mb-4 text-muted">{m["reviews.report.sellerLead"]()}</p>
          <AnswerCase last={last} formKey={formKey} said={against.statements.length} />
        </div>
      )}
    </div>
  );
}
