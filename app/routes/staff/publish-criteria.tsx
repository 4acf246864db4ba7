import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { CRITERIA_REFUSAL_TEXTS } from "~/modules/export-readiness";
import { openPreview, publishDraft, revisionInput } from "~/modules/export-readiness/index.server";
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
import { PreviewSum } from "~/ui/staff/criteria/preview-table";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["staffReadiness.publish.title"]());

export const loader = forStaff("admin", async ({ staff, lang, paths }) => {
  const preview = await openPreview(db, { locale: lang, page: 1, pageSize: 1 });
  // Published or thrown away meanwhile: the list says what became of it.
  if (!preview) throw redirectWith(paths.criteria());
  const { version, revision, counts } = preview;
  return { role: staff.role, formKey: newFormKey(), version, revision, counts };
});

export const action = forStaff("admin", async ({ staff, request, paths }) => {
  const form = await parseForm(request, revisionInput);
  if (!form.ok) return invalid(form);

  const published = await publishDraft(db, staff, form.key, form.value);
  if (!published.ok) return invalid(form, CRITERIA_REFUSAL_TEXTS[published.refusal]());

  return redirectWith(paths.criteria({ done: "published" }));
});

export default function PublishCriteriaPage() {
  const { role, formKey, version, revision, counts } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { form } = usePageForm("publish", useActionData<typeof action>());
  return (
    <StaffFrame
      title={m["staffReadiness.publish.of"]({ version })}
      lead={m["staffReadiness.publish.lead"]()}
      role={role}
      here="readiness"
      isNarrow
    >
      {counts ? <PreviewSum counts={counts} /> : <p>{CRITERIA_REFUSAL_TEXTS["not-previewed"]()}</p>}
      <div className="mt-6">
        <FormShell form={form} formKey={formKey}>
          <HiddenField name="revision" value={String(revision)} />
          <div className="flex flex-wrap items-center gap-4">
            {counts ? <SubmitButton>{m["staffReadiness.publish.title"]()}</SubmitButton> : null}
            <Link to={paths.criteriaPreview()} className={linkStyle}>
              {m["staffReadiness.preview.title"]()}
            </Link>
          </div>
        </FormShell>
      </div>
    </StaffFrame>
  );
}
