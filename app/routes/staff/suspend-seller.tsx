import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { SUSPENSION_REASON_TEXTS, SUSPENSION_REASONS } from "~/modules/sellers";
import { findShop, suspendInput, suspendRefusalText, suspendSeller } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";
import { SelectField, TextAreaField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["reviews.suspend.title"]());

export const loader = forStaff("reviewer", async ({ staff, params }) => {
  const { sellerId, name } = orNotFound(await findShop(db, uuidParam(params, "id")));
  return { role: staff.role, formKey: newFormKey(), sellerId, name };
});

export const action = forStaff("reviewer", async ({ staff, params, request, paths }) => {
  const form = await parseForm(request, suspendInput);
  if (!form.ok) return invalid(form);
  const sellerId = uuidParam(params, "id");

  const suspended = await suspendSeller(db, staff, form.key, { sellerId, ...form.value });
  if (!suspended.ok) return invalid(form, suspendRefusalText[suspended.refusal]());

  return redirectWith(paths.staffSeller(sellerId, { done: "suspended" }));
});

export default function SuspendSellerPage() {
  const { role, formKey, sellerId, name } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { form, fields } = usePageForm<"reason" | "words">("suspend", useActionData<typeof action>());
  return (
    <StaffFrame title={m["reviews.suspend.titleOf"]({ name })} role={role} here="sellers">
      <div className="max-w-2xl">
        <Notice tone="warning" icon="warning">
          {m["reviews.suspend.warning"]()}
        </Notice>
        <div className="mt-6">
          <FormShell form={form} formKey={formKey}>
            <SelectField
              meta={fields.reason}
              label={m["reviews.suspend.reason"]()}
              none={m["reviews.suspend.chooseReason"]()}
              options={SUSPENSION_REASONS.map((value) => ({ value, label: SUSPENSION_REASON_TEXTS[value]() }))}
            />
            <TextAreaField
              meta={fields.words}
              label={m["reviews.suspend.words"]()}
              hint={m["reviews.suspend.wordsHint"]()}
              rows={5}
            />
            <div className="flex flex-wrap items-center gap-4">
              <SubmitButton>{m["reviews.suspend.submit"]()}</SubmitButton>
              <Link to={paths.staffSeller(sellerId)} className={linkStyle}>
                {m["accounts.cancel"]()}
              </Link>
            </div>
          </FormShell>
        </div>
      </div>
    </StaffFrame>
  );
}
