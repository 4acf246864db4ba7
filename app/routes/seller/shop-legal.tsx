import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LEGAL_FORM_NAMES, LEGAL_FORMS } from "~/modules/sellers";
import { findShop, findSteps, legalInput, legalRefusalText, saveLegal } from "~/modules/sellers/index.server";
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
import { HowToRegister } from "~/ui/workspace/how-to-register";
import { STEP_NAMES } from "~/ui/workspace/shop-labels";
import { SaveStep } from "~/ui/workspace/save-step";
import { ShopStepFrame } from "~/ui/workspace/shop-step-frame";

export const meta: MetaFunction = () => privateMeta(m["sellers.step.legal"]());

export const loader = forSeller("manager", async ({ seller }) => {
  const shop = orNotFound(await findShop(db, seller.sellerId));
  return {
    formKey: newFormKey(),
    steps: await findSteps(db, shop, seller.role),
    stored: { legalForm: shop.legalForm, voen: shop.voen },
  };
});

export const action = forSeller("manager", async ({ seller, request, paths }) => {
  const form = await parseForm(request, legalInput);
  if (!form.ok) return invalid(form);
  const { version, legalForm, voen } = form.value;

  const saved = await saveLegal(db, seller, form.key, { version, legalForm, voen });
  if (!saved.ok && saved.refusal === "voen-taken") {
    return invalid(form, undefined, { voen: legalRefusalText[saved.refusal]() });
  }
  if (!saved.ok) return invalid(form, legalRefusalText[saved.refusal]());

  return redirectWith(afterStep(paths, "legal", saved.value.status, seller.role));
});

export default function ShopLegalPage() {
  const { formKey, steps, stored } = useLoaderData<typeof loader>();
  const { form, fields } = usePageForm<"legalForm" | "voen">(
    `legal-${steps.version}`,
    useActionData<typeof action>(),
    stored,
  );
  return (
    <ShopStepFrame title={STEP_NAMES.legal()} current="legal" steps={steps}>
      <FormShell form={form} formKey={formKey}>
        <input type="hidden" name="version" value={steps.version} />
        <SelectField
          meta={fields.legalForm}
          label={m["sellers.legal.formField"]()}
          none={m["accounts.field.notChosen"]()}
          options={LEGAL_FORMS.map((value) => ({ value, label: LEGAL_FORM_NAMES[value]() }))}
        />
        <TextField
          meta={fields.voen}
          label={m["sellers.legal.voen"]()}
          hint={m["sellers.legal.voenHint"]()}
          inputMode="numeric"
          autoComplete="off"
        />
        <SaveStep status={steps.status} />
      </FormShell>
      <HowToRegister />
    </ShopStepFrame>
  );
}
