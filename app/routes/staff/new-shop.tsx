import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { OFFERINGS } from "~/modules/sellers";
import { placeOptions } from "~/modules/catalog/index.server";
import { openForMakerInput, openShopForMaker } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";
import { SelectField, TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { OFFERING_NAMES } from "~/ui/workspace/shop-labels";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["sellers.handover.new.title"]());

export const loader = forStaff("reviewer", async ({ staff, lang }) => ({
  role: staff.role,
  formKey: newFormKey(),
  places: await placeOptions(db, lang),
}));

export const action = forStaff("reviewer", async ({ staff, request, paths }) => {
  const form = await parseForm(request, openForMakerInput);
  if (!form.ok) return invalid(form);

  const opened = await openShopForMaker(db, staff, form.key, form.value);
  if (!opened.ok) return invalid(form, undefined, { placeId: m["sellers.mend.place"]() });

  return redirectWith(paths.shopStep("making"));
});

export default function NewShopInCarePage() {
  const { role, formKey, places } = useLoaderData<typeof loader>();
  const { form, fields } = usePageForm<"name" | "phone" | "offering" | "placeId">(
    "open-for-maker",
    useActionData<typeof action>(),
  );
  return (
    <StaffFrame
      title={m["sellers.handover.new.title"]()}
      lead={m["sellers.handover.new.lead"]()}
      role={role}
      here="shops"
    >
      <FormShell form={form} formKey={formKey}>
        <TextField
          meta={fields.name}
          label={m["sellers.field.name"]()}
          hint={m["sellers.handover.new.nameHint"]()}
          autoComplete="off"
        />
        <TextField
          meta={fields.phone}
          label={m["sellers.handover.phone"]()}
          hint={m["sellers.handover.phoneHint"]()}
          type="tel"
          inputMode="tel"
          autoComplete="off"
        />
        <SelectField
          meta={fields.offering}
          label={m["sellers.handover.new.offering"]()}
          options={OFFERINGS.map((value) => ({ value, label: OFFERING_NAMES[value]() }))}
        />
        <SelectField
          meta={fields.placeId}
          label={m["sellers.field.place"]()}
          none={m["accounts.field.notChosen"]()}
          options={places}
        />
        <div>
          <SubmitButton>{m["sellers.handover.new.submit"]()}</SubmitButton>
        </div>
      </FormShell>
    </StaffFrame>
  );
}
