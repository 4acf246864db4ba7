import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { OFFERINGS } from "~/modules/sellers";
import { openShop, openShopInput } from "~/modules/sellers/index.server";
import { placeOptions } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forBuyer } from "~/platform/http/openers.server";
import { findMembership } from "~/platform/session/membership.server";
import { SelectField, TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { KeptNote } from "~/ui/workspace/kept-note";
import { OFFERING_NAMES } from "~/ui/workspace/shop-labels";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["sellers.open.title"]());

export const loader = forBuyer(async ({ buyer, lang, paths }) => {
  if (await findMembership(db, buyer.userId)) throw redirect(paths.workspace());
  return { formKey: newFormKey(), places: await placeOptions(db, lang) };
});

export const action = forBuyer(async ({ buyer, request, paths }) => {
  const form = await parseForm(request, openShopInput);
  if (!form.ok) return invalid(form);

  const opened = await openShop(db, buyer, form.key, form.value);
  if (!opened.ok && opened.refusal === "place-missing") {
    return invalid(form, undefined, { placeId: m["sellers.mend.place"]() });
  }
  if (!opened.ok) return invalid(form, m["sellers.refusal.hasShop"]());

  return redirectWith(paths.shopStep("making"));
});

export default function OpenShopPage() {
  const { formKey, places } = useLoaderData<typeof loader>();
  const { form, fields } = usePageForm<"name" | "offering" | "placeId">("open", useActionData<typeof action>());
  return (
    <WorkspaceFrame title={m["sellers.open.title"]()} lead={m["sellers.open.lead"]()}>
      <FormShell form={form} formKey={formKey}>
        <TextField
          meta={fields.name}
          label={m["sellers.field.name"]()}
          hint={m["sellers.field.nameHint"]()}
          autoComplete="organization"
        />
        <SelectField
          meta={fields.offering}
          label={m["sellers.field.offering"]()}
          options={OFFERINGS.map((value) => ({ value, label: OFFERING_NAMES[value]() }))}
        />
        <SelectField
          meta={fields.placeId}
          label={m["sellers.field.place"]()}
          none={m["accounts.field.notChosen"]()}
          options={places}
        />
        <KeptNote formId={form.id} base={""} />
        <SubmitButton>{m["sellers.open.submit"]()}</SubmitButton>
      </FormShell>
    </WorkspaceFrame>
  );
}
