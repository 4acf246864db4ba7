import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { levelTermsInput, levelTermsPage, setPlatformTerms, termsRefusalText } from "~/modules/payments/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";
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
  const { level, shopCount } = orNotFound(await levelTermsPage(db, params.level));
  const form = await parseForm(request, levelTermsInput);
  if (!form.ok) return invalid(form);
  const set = await setPlatformTerms(db, staff, form.key, { level, ...form.value });
  if (!set.ok) {
    const { refusal } = set;
    if (refusal !== "not-confirmed") return invalid(form, termsRefusalText[refusal]());
    return invalid(form, undefined, { isSure: m["payments.terms.sure"]({ count: shopCount }) });
  }
  return redirectWith(paths.platformTerms({ news: "terms" }));
});

export default function LevelTermsPage() {
  const { role, formKey, level, revision, stored, shopCount } = useLoaderData<typeof loader>();
  return (
    <StaffFrame
      title={m["payments.terms.forLevel"]({ level: LEVEL_NAMES[level]() })}
      lead={m["payments.terms.lead"]()}
      role={role}
      here="payouts"
      isNarrow
    >
      <p className="mb-5">
        {shopCount > 0 ? m["payments.terms.shops"]({ count: shopCount }) : m["payments.terms.noShops"]()}
      </p>
      <TermsForm formKey={formKey} revision={revision} stored={stored} last={useActionData<typeof action>()} />
    </StaffFrame>
  );
}
