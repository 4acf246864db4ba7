import type { SubmissionResult } from "@conform-to/react";
import { EVIDENCE_REASON_TEXTS, EVIDENCE_REASONS } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";
import { SelectField, TextAreaField, TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";

type Props = {
  last: SubmissionResult | undefined;
  formKey: string;
  subjectVersion: number;
  /** As the seller has read it on the paper. */
  expiresOn: string;
};

/** Verify, reject or ask: three forms, so that Enter in one of them never does another's deed. */
export function DecidePaper({ last, formKey, subjectVersion, expiresOn }: Props) {
  const decision = last?.initialValue?.decision;
  const answerTo = (own: string) => (decision === own ? last : undefined);
  const verify = usePageForm<"expiresOn">("verify", answerTo("verify"), { expiresOn });
  const reject = usePageForm<"reason" | "words">("reject", answerTo("reject"));
  const ask = usePageForm<"words">("ask", answerTo("ask"));
  const version = <input type="hidden" name="subjectVersion" value={subjectVersion} />;
  return (
    <div className="flex flex-col gap-6">
      <section aria-label={m["evidence.review.verify"]()} className="rounded border border-line p-4 sm:p-5">
        <FormShell form={verify.form} formKey={formKey} answer={answerTo("verify") ?? null}>
          {version}
          <input type="hidden" name="decision" value="verify" />
          <TextField
            meta={verify.fields.expiresOn}
            label={m["evidence.expiresOn"]()}
            hint={m["evidence.review.verifyHint"]()}
            type="date"
            className="max-w-60"
          />
          <div data-key="a">
            <SubmitButton>{m["evidence.review.verify"]()}</SubmitButton>
          </div>
        </FormShell>
      </section>
      <div className="grid gap-6 lg:grid-cols-2">
        <section aria-label={m["evidence.review.reject"]()} className="rounded border border-line p-4 sm:p-5">
          <FormShell form={reject.form} formKey={formKey} answer={answerTo("reject") ?? null}>
            {version}
            <input type="hidden" name="decision" value="reject" />
            <div data-key="r">
              <SelectField
                meta={reject.fields.reason}
                label={m["evidence.review.reason"]()}
                none={m["evidence.review.chooseReason"]()}
                options={EVIDENCE_REASONS.map((value) => ({ value, label: EVIDENCE_REASON_TEXTS[value]() }))}
              />
            </div>
            <TextAreaField meta={reject.fields.words} label={m["evidence.review.words"]()} rows={3} isOptional />
            <div>
              <SubmitButton look="secondary">{m["evidence.review.reject"]()}</SubmitButton>
            </div>
          </FormShell>
        </section>
        <section aria-label={m["evidence.review.ask"]()} className="rounded border border-line p-4 sm:p-5">
          <FormShell form={ask.form} formKey={formKey} answer={answerTo("ask") ?? null}>
            {version}
            <input type="hidden" name="decision" value="ask" />
            <div data-key="q">
              <TextAreaField
                meta={ask.fields.words}
                label={m["evidence.review.question"]()}
                hint={m["evidence.review.askHint"]()}
                rows={4}
              />
            </div>
            <div>
              <SubmitButton look="secondary">{m["evidence.review.ask"]()}</SubmitButton>
            </div>
          </FormShell>
        </section>
      </div>
    </div>
  );
}
