import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CRITERIA_REFUSAL_TEXTS } from "~/modules/export-readiness";
import { criterionInput, editCriterion, openDraftCriterion } from "~/modules/export-readiness/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { CriterionForm } from "~/ui/staff/criteria/criterion-form";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["staffReadiness.criteria.criterion"]());

export const loader = forStaff("admin", async ({ staff, params, lang }) => ({
  role: staff.role,
  formKey: newFormKey(),
  ...orNotFound(await openDraftCriterion(db, params.criterion ?? "", lang)),
}));

export const action = forStaff("admin", async ({ staff, params, request, paths }) => {
  const form = await parseForm(request, criterionInput);
  if (!form.ok) return invalid(form);

  const saved = await editCriterion(db, staff, form.key, { ...form.value, criterionId: params.criterion ?? "" });
  if (!saved.ok) return invalid(form, CRITERIA_REFUSAL_TEXTS[saved.refusal]());

  return redirectWith(paths.criteriaDraft({ saved: "1" }));
});

export default function DraftCriterionPage() {
  const { role, formKey, version, revision, criterion, gateOf, stored } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return (
    <StaffFrame
      title={`${criterion.id} · ${criterion.title}`}
      lead={
        gateOf.length > 0
          ? m["staffReadiness.criteria.gateOf"]({ levels: gateOf.join(", ") })
          : m["staffReadiness.criteria.draftOf"]({ version })
      }
      role={role}
      here="readiness"
      isNarrow
    >
      <CriterionForm formKey={formKey} revision={revision} stored={stored} last={last} />
    </StaffFrame>
  );
}
