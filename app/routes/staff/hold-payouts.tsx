import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { holdInput, holdPayouts, holdRefusalText } from "~/modules/payments/index.server";
import { findShop } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { loadsAnew } from "~/platform/http/loads-anew";
import { forStaff } from "~/platform/http/openers.server";
import { TextAreaField, TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["payments.hold.title"]());

export const loader = forStaff("treasurer", async ({ staff, params }) => {
  const { name } = orNotFound(await findShop(db, uuidParam(params, "id")));
  return { role: staff.role, formKey: newFormKey(), name };
});

export const action = forStaff("treasurer", async ({ staff, params, request, paths }) => {
  const sellerId = uuidParam(params, "id");
  const form = await parseForm(request, holdInput);
  if (!form.ok) return invalid(form);
  const held = await holdPayouts(db, staff, form.key, { sellerId, ...form.value });
  if (!held.ok) return invalid(form, holdRefusalText[held.refusal]());
  return redirectWith(paths.sellerTerms(sellerId, { news: "held" }));
});

/** Who was refused sees the shop as it is by now. */
export const shouldRevalidate = loadsAnew;

export default function HoldPayoutsPage() {
  const { role, formKey, name } = useLoaderData<typeof loader>();
  const { form, fields } = usePageForm<"reason" | "until">("hold", useActionData<typeof action>());
  return (
    <StaffFrame
      title={m["payments.hold.titleOf"]({ shop: name })}
      lead={m["payments.hold.lead"]()}
      role={role}
      here="payouts"
      isNarrow
    >
      <FormShell form={form} formKey={formKey}>
        <TextAreaField meta={fields.reason} label={m["payments.hold.reason"]()} rows={3} />
        <TextField
          meta={fields.until}
          type="date"
          label={m["payments.hold.until"]()}
          hint={m["payments.hold.untilHint"]()}
          className="max-w-48"
          isOptional
        />
        <div>
          <SubmitButton>{m["payments.hold.title"]()}</SubmitButton>
        </div>
      </FormShell>
    </StaffFrame>
  );
}
