import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { CRITERIA_REFUSAL_TEXTS } from "~/modules/export-readiness";
import { discardDraft, openDraft, revisionInput } from "~/modules/export-readiness/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";
import { HiddenField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["staffReadiness.criteria.discard"]());

export const loader = forStaff("admin", async ({ staff, lang, paths }) => {
  const draft = await openDraft(db, lang);
  // Published or thrown away meanwhile: the list says what became of it.
  if (!draft) throw redirectWith(paths.criteria());
  return { role: staff.role, formKey: newFormKey(), version: draft.version, revision: draft.revision };
});

export const action = forStaff("admin", async ({ staff, request, paths }) => {
  const form = await parseForm(request, revisionInput);
  if (!form.ok) return invalid(form);

  const discarded = await discardDraft(db, staff, form.key, form.value);
  if (!discarded.ok) return invalid(form, CRITERIA_REFUSAL_TEXTS[discarded.refusal]());

  return redirectWith(paths.criteria({ done: "discarded" }));
});

export default function DiscardCriteriaPage() {
  const { role, formKey, version, revision } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { form } = usePageForm("discard", useActionData<typeof action>());
  return (
    <StaffFrame
      title={m["staffReadiness.criteria.discardOf"]({ version })}
      lead={m["staffReadiness.criteria.discardLead"]()}
      role={role}
      here="readiness"
      isNarrow
    >
      <FormShell form={form} formKey={formKey}>
        <HiddenField name="revision" value={String(revision)} />
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton look="secondary">{m["staffReadiness.criteria.discard"]()}</SubmitButton>
          <Link to={paths.criteriaDraft()} className={linkStyle}>
            {m["accounts.cancel"]()}
          </Link>
        </div>
      </FormShell>
    </StaffFrame>
  );
}
