import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { placeOptions } from "~/modules/catalog/index.server";
import { editRefusalText, findShop, findSteps, placeInput, savePlace } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { SelectField, TextField } from "~/ui/forms/fields";
import { FormShell } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { afterStep } from "~/ui/workspace/after-step";
import { KeptNote } from "~/ui/workspace/kept-note";
import { STEP_NAMES } from "~/ui/workspace/shop-labels";
import { SaveStep } from "~/ui/workspace/save-step";
import { ShopStepFrame } from "~/ui/workspace/shop-step-frame";

export const meta: MetaFunction = () => privateMeta(m["sellers.step.place"]());

export const loader = forSeller("editor", async ({ seller, lang }) => {
  const shop = orNotFound(await findShop(db, seller.sellerId));
  return {
    formKey: newFormKey(),
    steps: await findSteps(db, shop, seller.role),
    stored: { name: shop.name, placeId: shop.placeId, street: shop.street, postalCode: shop.postalCode },
    places: await placeOptions(db, lang),
  };
});

export const action = forSeller("editor", async ({ seller, request, paths }) => {
  const form = await parseForm(request, placeInput);
  if (!form.ok) return invalid(form);

  const saved = await savePlace(db, seller, form.key, form.value);
  if (!saved.ok) return invalid(form, editRefusalText[saved.refusal]());

  return redirectWith(afterStep(paths, "place", saved.value.status, seller.role));
});

export default function ShopPlacePage() {
  const { formKey, steps, stored, places } = useLoaderData<typeof loader>();
  const { form, fields } = usePageForm<"name" | "placeId" | "street" | "postalCode">(
    `place-${steps.version}`,
    useActionData<typeof action>(),
    stored,
  );
  return (
    <ShopStepFrame title={STEP_NAMES.place()} current="place" steps={steps}>
      <FormShell form={form} formKey={formKey}>
        <input type="hidden" name="version" value={steps.version} />
        <TextField
          meta={fields.name}
          label={m["sellers.field.name"]()}
          hint={m["sellers.field.nameHint"]()}
          autoComplete="organization"
        />
        <SelectField meta={fields.placeId} label={m["sellers.field.place"]()} options={places} />
        <TextField
          meta={fields.street}
          label={m["sellers.field.street"]()}
          hint={m["sellers.field.streetHint"]()}
          autoComplete="street-address"
        />
        <TextField meta={fields.postalCode} label={m["sellers.field.postalCode"]()} autoComplete="postal-code" />
        <KeptNote formId={form.id} base={`${steps.sellerId} ${steps.version}`} />
        <SaveStep status={steps.status} />
      </FormShell>
    </ShopStepFrame>
  );
}
