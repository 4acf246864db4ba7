import type { SubmissionResult } from "@conform-to/react";
import { m } from "~/paraglide/messages.js";
import { RadioField } from "~/ui/forms/choices";
import { TextAreaField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";

type Props = { last: SubmissionResult | undefined; formKey: string; subjectVersion: number };

/** Whether a second person agrees that a paper is verified. */
export function RecheckPaper({ last, formKey, subjectVersion }: Props) {
  const { form, fields } = usePageForm<"verdict" | "words">("recheck", last);
  return (
    <section aria-label={m["evidence.recheck.title"]()} className="rounded border border-line p-4 sm:p-5">
      <FormShell form={form} formKey={formKey}>
        <input type="hidden" name="subjectVersion" value={subjectVersion} />
        <RadioField
          meta={fields.verdict}
          legend={m["evidence.recheck.title"]()}
          options={[
            { value: "agrees", label: m["evidence.recheck.agree"]() },
            { value: "disagrees", label: m["evidence.recheck.disagree"]() },
          ]}
        />
        <div data-key="r">
          <TextAreaField
            meta={fields.words}
            label={m["evidence.recheck.words"]()}
            hint={m["evidence.recheck.wordsHint"]()}
            rows={3}
          />
        </div>
        <div>
          <SubmitButton>{m["reviews.report.decide.submit"]()}</SubmitButton>
        </div>
      </FormShell>
    </section>
  );
}
