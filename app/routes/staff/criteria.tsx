import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { CRITERIA_REFUSAL_TEXTS } from "~/modules/export-readiness";
import { listCriteriaVersions, startDraft, startDraftInput } from "~/modules/export-readiness/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";
import { TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";
import { DoneNotice } from "~/ui/primitives/notice";
import { VersionList } from "~/ui/staff/criteria/version-list";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["staffReadiness.criteria.title"]());

export const loader = forStaff("admin", async ({ staff, lang, url }) => ({
  role: staff.role,
  formKey: newFormKey(),
  done: url.searchParams.get("done"),
  versions: await listCriteriaVersions(db, lang),
}));

export const action = forStaff("admin", async ({ staff, request, paths }) => {
  const form = await parseForm(request, startDraftInput);
  if (!form.ok) return invalid(form);

  const started = await startDraft(db, staff, form.key, form.value);
  if (!started.ok) return invalid(form, undefined, { version: CRITERIA_REFUSAL_TEXTS[started.refusal]() });

  return redirectWith(paths.criteriaDraft());
});

export default function CriteriaPage() {
  const { role, formKey, done, versions } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { form, fields } = usePageForm<"version">("start-draft", useActionData<typeof action>());
  const draft = versions.find(({ status }) => status === "draft");
  return (
    <StaffFrame
      title={m["staffReadiness.criteria.title"]()}
      lead={m["staffReadiness.criteria.lead"]()}
      role={role}
      here="readiness"
      isNarrow
    >
      {done === "published" ? <DoneNotice>{m["staffReadiness.criteria.donePublished"]()}</DoneNotice> : null}
      {done === "discarded" ? <DoneNotice>{m["staffReadiness.criteria.doneDiscarded"]()}</DoneNotice> : null}
      <p className="mb-4">
        <Link to={paths.readinessOverview()} className={linkStyle}>
          {m["staffReadiness.title"]()}
        </Link>
      </p>
      <VersionList versions={versions} />
      <section aria-labelledby="start-title" className="mt-8">
        <h2 id="start-title" className="mb-3 text-xl">
          {draft
            ? m["staffReadiness.criteria.draftWaits"]({ version: draft.version })
            : m["staffReadiness.criteria.start"]()}
        </h2>
        {draft ? (
          <Link to={paths.criteriaDraft()} className={buttonStyle.primary}>
            {m["staffReadiness.criteria.openDraft"]()}
          </Link>
        ) : (
          <FormShell form={form} formKey={formKey}>
            <TextField
              meta={fields.version}
              label={m["staffReadiness.criteria.version"]()}
              hint={m["staffReadiness.criteria.versionHint"]()}
            />
            <div>
              <SubmitButton>{m["staffReadiness.criteria.startButton"]()}</SubmitButton>
            </div>
          </FormShell>
        )}
      </section>
    </StaffFrame>
  );
}
