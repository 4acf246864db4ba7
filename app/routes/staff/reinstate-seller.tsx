import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { findShop, reinstateInput, reinstateRefusalText, reinstateSeller } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";
import { TextAreaField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["reviews.suspend.reinstate"]());

export const loader = forStaff("reviewer", async ({ staff, params }) => {
  const { sellerId, name } = orNotFound(await findShop(db, uuidParam(params, "id")));
  return { role: staff.role, formKey: newFormKey(), sellerId, name };
});

export const action = forStaff("reviewer", async ({ staff, params, request, paths }) => {
  const form = await parseForm(request, reinstateInput);
  if (!form.ok) return invalid(form);
  const sellerId = uuidParam(params, "id");

  const reinstated = await reinstateSeller(db, staff, form.key, { sellerId, words: form.value.words });
  if (!reinstated.ok) return invalid(form, reinstateRefusalText[reinstated.refusal]());

  return redirectWith(paths.staffSeller(sellerId, { done: "reinstated" }));
});

export default function ReinstateSellerPage() {
  const { role, formKey, sellerId, name } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { form, fields } = usePageForm<"words">("reinstate", useActionData<typeof action>());
  return (
    <StaffFrame
      title={m["reviews.suspend.reinstateOf"]({ name })}
      lead={m["reviews.suspend.reinstateLead"]()}
      role={role}
      here="sellers"
    >
      <div className="max-w-2xl">
        <FormShell form={form} formKey={formKey}>
          <TextAreaField
            meta={fields.words}
            label={m["reviews.suspend.words"]()}
            hint={m["reviews.suspend.reinstateHint"]()}
            rows={4}
          />
          <div className="flex flex-wrap items-center gap-4">
            <SubmitButton>{m["reviews.suspend.reinstate"]()}</SubmitButton>
            <Link to={paths.staffSeller(sellerId)} className={linkStyle}>
              {m["accounts.cancel"]()}
            </Link>
          </div>
        </FormShell>
      </div>
    </StaffFrame>
  );
}
