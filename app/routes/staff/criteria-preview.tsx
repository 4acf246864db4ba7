import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { CRITERIA_REFUSAL_TEXTS } from "~/modules/export-readiness";
import { askForPreview, openPreview, revisionInput } from "~/modules/export-readiness/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { pageParam } from "~/platform/http/address-parts.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";
import { HiddenField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";
import { Pagination } from "~/ui/primitives/pagination";
import { PreviewProgress } from "~/ui/staff/criteria/preview-progress";
import { PreviewSum, PreviewTable } from "~/ui/staff/criteria/preview-table";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["staffReadiness.preview.title"]());

const PAGE_SIZE = 50;

export const loader = forStaff("admin", async ({ staff, lang, url, paths }) => {
  const page = pageParam(url);
  const preview = await openPreview(db, { locale: lang, page, pageSize: PAGE_SIZE });
  // Published or thrown away meanwhile: the list says what became of it.
  if (!preview) throw redirectWith(paths.criteria());
  return { role: staff.role, formKey: newFormKey(), page, pageSize: PAGE_SIZE, preview };
});

export const action = forStaff("admin", async ({ staff, request, paths }) => {
  const form = await parseForm(request, revisionInput);
  if (!form.ok) return invalid(form);

  const asked = await askForPreview(db, staff, form.key, form.value);
  if (!asked.ok) return invalid(form, CRITERIA_REFUSAL_TEXTS[asked.refusal]());

  return redirectWith(paths.criteriaPreview());
});

export default function CriteriaPreviewPage() {
  const { role, formKey, page, pageSize, preview } = useLoaderData<typeof loader>();
  const { version, revision, state, counts, rows } = preview;
  const paths = useAllPaths();
  const { form } = usePageForm("preview", useActionData<typeof action>());
  const isUnderWay = state.status === "under-way";
  const moved = counts ? counts.up + counts.down + counts.scoreOnly : 0;
  return (
    <StaffFrame
      title={m["staffReadiness.preview.title"]()}
      lead={m["staffReadiness.preview.lead"]({ version })}
      role={role}
      here="readiness"
    >
      <p className="mb-4">
        <Link to={paths.criteriaDraft()} className={linkStyle}>
          {m["staffReadiness.criteria.openDraft"]()}
        </Link>
      </p>
      <PreviewProgress state={state} />
      {counts ? <PreviewSum counts={counts} /> : null}
      {moved > 0 ? <PreviewTable rows={rows} /> : null}
      <Pagination
        page={page}
        pageCount={Math.ceil(moved / pageSize)}
        hrefOf={(number) => paths.criteriaPreview({ page: number })}
      />
      <div className="mt-8 flex flex-wrap items-end gap-4">
        {counts ? (
          <Link to={paths.publishCriteria()} className={buttonStyle.primary}>
            {m["staffReadiness.publish.go"]()}
          </Link>
        ) : null}
        <FormShell form={form} formKey={formKey}>
          <HiddenField name="revision" value={String(revision)} />
          <SubmitButton look={counts ? "secondary" : "primary"}>
            {counts || isUnderWay ? m["staffReadiness.preview.again"]() : m["staffReadiness.preview.compute"]()}
          </SubmitButton>
        </FormShell>
        {moved > 0 ? (
          <a href={paths.criteriaPreviewFile()} download className={buttonStyle.quiet}>
            {m["staffReadiness.file"]()}
          </a>
        ) : null}
      </div>
    </StaffFrame>
  );
}
