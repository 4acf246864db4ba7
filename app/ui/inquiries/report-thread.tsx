import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";
import { INQUIRY_REPORT_REASON_TEXTS, INQUIRY_REPORT_REASONS, type InquiryCaseView } from "~/modules/inquiries";
import { m } from "~/paraglide/messages.js";
import { RadioField } from "~/ui/forms/choices";
import { TextAreaField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { linkStyle } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";
import { StatementOfReasons } from "~/ui/staff/statement-of-reasons";
import { reasonsOf } from "./reasons-of";

type Props = {
  last: SubmissionResult | undefined;
  formKey: string;
  reference: string;
  /** The latest report of this side, if there was one. */
  mine: InquiryCaseView | undefined;
  /** The thread. */
  back: string;
};

/** Reports the other side of a thread to the Federation; one report waits at a time. */
export function ReportThread({ last, formKey, reference, mine, back }: Props) {
  const { form, fields } = usePageForm<"reason" | "words">("report-inquiry", last);
  return (
    <div className="mx-auto max-w-2xl py-8">
      <h1 className="text-2xl">{m["inquiryCases.report.title"]({ reference })}</h1>
      <p className="mt-2">
        <Link to={back} className={linkStyle}>
          {m["inquiryCases.report.back"]()}
        </Link>
      </p>
      {mine && !mine.decision ? (
        <div className="mt-6">
          <Notice tone="info" icon="check">
            <p className="font-semibold">{m["reviews.report.sent"]()}</p>
            <p className="mt-1">{m["reviews.report.sentText"]()}</p>
          </Notice>
        </div>
      ) : (
        <div className="mt-6">
          {mine?.decision ? <StatementOfReasons reasons={reasonsOf(mine.decision)} /> : null}
          {mine?.decision ? <h2 className="mb-2 text-lg">{m["inquiryCases.report.again"]()}</h2> : null}
          <p className="mb-6 text-muted">{m["inquiryCases.report.lead"]()}</p>
          <FormShell form={form} formKey={formKey}>
            <RadioField
              meta={fields.reason}
              legend={m["reviews.report.field.reason"]()}
              options={INQUIRY_REPORT_REASONS.map((value) => ({ value, label: INQUIRY_REPORT_REASON_TEXTS[value]() }))}
            />
            <TextAreaField
              meta={fields.words}
              label={m["reviews.report.field.words"]()}
              hint={m["inquiryCases.report.wordsHint"]()}
              rows={5}
              isOptional
            />
            <div>
              <SubmitButton>{m["reviews.report.submit"]()}</SubmitButton>
            </div>
          </FormShell>
        </div>
      )}
    </div>
  );
}
