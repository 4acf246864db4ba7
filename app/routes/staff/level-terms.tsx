import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { levelTermsPage, setPlatformTerms, termsInput, termsRefusalText } from "~/modules/payments/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forStaff, orNotFound } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { TermsForm } from "~/ui/payments/terms-form";
import { LEVEL_NAMES } from "~/ui/staff/readiness/level-names";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["payments.terms.title"]());

export const loader = forStaff("treasurer", async ({ staff, params }) => ({
  role: staff.role,
  formKey: newFormKey(),
  ...orNotFound(await levelTermsPage(db, params.level)),
}));

export const action = forStaff("treasurer", async ({ staff, params, request, paths }) => {
  const { level } = orNotFound(await levelTermsPage(db, params.level));
  const form = await parseForm(request, termsInput);
  if (!form.ok) return invalid(form);
  const set = await setPlatformTerms(db, staff, form.key, { level, ...form.value });
  if (!set.ok) return invalid(form, termsRefusalText[set.refusal]());
  return redirectWith(paths.platformTerms({ news: "terms" }));
});

export default function LevelTermsPage() {
  const { role, formKey, level, revision, stored } = useLoaderData<typeof loader>();
  return (
    <StaffFrame
      title={m["payments.terms.forLevel"]({ level: LEVEL_NAMES[level]() })}
      lead={m["payments.terms.lead"]()}
      role={role}
      here="payouts"
      isNarrow
    >
      <TermsForm formKey={formKey} revision={revision} stored={stored} last={useActionData<typeof action>()} />
    </StaffFrame>
  );
}
