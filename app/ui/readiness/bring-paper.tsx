import type { SubmissionResult } from "@conform-to/react";
import { m } from "~/paraglide/messages.js";
import { ACCEPTED_PAPERS } from "~/platform/private-files/accepted-papers";
import { CheckListField } from "~/ui/forms/choices";
import { FileField, TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";

type Props = {
  last: SubmissionResult | undefined;
  formKey: string;
  /** The newest paper that the page knows of. */
  seen: string;
  validityMonths: number;
  /** Undefined where the paper is the shop's as a whole. */
  groups: readonly { value: string; label: string }[] | undefined;
  chosen: readonly string[];
  isReplacing: boolean;
  isWaiting: boolean;
};

/** Brings a paper, or another one in its place. */
export function BringPaper({ last, formKey, seen, validityMonths, groups, chosen, isReplacing, isWaiting }: Props) {
  const { form, fields } = usePageForm<"paper" | "issuedOn" | "expiresOn" | "categoryIds">(`bring-${seen}`, last);
  const typed = last?.initialValue?.categoryIds;
  const ticked = Array.isArray(typed) ? typed.map(String) : typeof typed === "string" ? [typed] : chosen;
  return (
    <section aria-labelledby="bring-title" className="rounded border border-line bg-surface p-4 sm:p-5">
      <h2 id="bring-title" className="text-lg">
        {isReplacing ? m["evidence.replace"]() : m["evidence.bring"]()}
      </h2>
      {isWaiting ? <p className="mt-1 text-sm text-muted">{m["evidence.replaceWaiting"]()}</p> : null}
      <div className="mt-4">
        <FormShell form={form} formKey={formKey} encType="multipart/form-data">
          <input type="hidden" name="seen" value={seen} />
          {last ? <p className="text-sm font-medium">{m["evidence.chooseAgain"]()}</p> : null}
          <FileField
            meta={fields.paper}
            label={m["evidence.file"]()}
            hint={m["evidence.fileHint"]()}
            accept={ACCEPTED_PAPERS}
          />
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField meta={fields.issuedOn} label={m["evidence.issuedOn"]()} type="date" />
            <TextField
              meta={fields.expiresOn}
              label={m["evidence.expiresOn"]()}
              hint={m["evidence.expiresHint"]({ count: validityMonths })}
              type="date"
              isOptional
            />
          </div>
          {groups && groups.length > 0 ? (
            <CheckListField
              meta={fields.categoryIds}
              legend={m["evidence.groups"]()}
              hint={m["evidence.groupsHint"]()}
              options={groups}
              chosen={last ? (typed === undefined ? [] : ticked) : chosen}
            />
          ) : null}
          <div>
            <SubmitButton>{m["evidence.send"]()}</SubmitButton>
          </div>
        </FormShell>
      </div>
      <p className="mt-5 text-sm text-muted">{m["evidence.whoSees"]()}</p>
    </section>
  );
}
