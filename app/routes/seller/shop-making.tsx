import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { OFFERINGS } from "~/modules/sellers";
import { categoryChoices } from "~/modules/catalog/index.server";
import { editRefusalText, findShop, findSteps, makingInput, saveMaking } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { SelectField } from "~/ui/forms/fields";
import { FormShell } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { afterStep } from "~/ui/workspace/after-step";
import { KeptNote } from "~/ui/workspace/kept-note";
import { CategoryChoices } from "~/ui/workspace/category-choices";
import { OFFERING_NAMES, STEP_NAMES } from "~/ui/workspace/shop-labels";
import { SaveStep } from "~/ui/workspace/save-step";
import { ShopStepFrame } from "~/ui/workspace/shop-step-frame";

export const meta: MetaFunction = () => privateMeta(m["sellers.step.making"]());

export const loader = forSeller("editor", async ({ seller, lang }) => {
  const shop = orNotFound(await findShop(db, seller.sellerId));
  return {
    formKey: newFormKey(),
    steps: await findSteps(db, shop, seller.role),
    offering: shop.offering,
    chosen: shop.categoryIds,
    groups: await categoryChoices(db, lang),
  };
});

export const action = forSeller("editor", async ({ seller, request, paths }) => {
  const form = await parseForm(request, makingInput);
  if (!form.ok) return invalid(form);

  const saved = await saveMaking(db, seller, form.key, form.value);
  if (!saved.ok) return invalid(form, editRefusalText[saved.refusal]());

  return redirectWith(afterStep(paths, "making", saved.value.status, seller.role));
});

export default function ShopMakingPage() {
  const { formKey, steps, offering, chosen, groups } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const { form, fields } = usePageForm<"offering" | "categoryIds">(`making-${steps.version}`, last, { offering });
  const typed = last?.initialValue?.categoryIds;
  return (
    <ShopStepFrame title={STEP_NAMES.making()} current="making" steps={steps}>
      <FormShell form={form} formKey={formKey}>
        <input type="hidden" name="version" value={steps.version} />
        <div className="group/making flex flex-col gap-6">
          <SelectField
            meta={fields.offering}
            label={m["sellers.field.offering"]()}
            options={OFFERINGS.map((value) => ({ value, label: OFFERING_NAMES[value]() }))}
          />
          <CategoryChoices
            groups={groups}
            chosen={last ? [typed ?? []].flat().map(String) : chosen}
            meta={fields.categoryIds}
          />
        </div>
        <KeptNote formId={form.id} base={`${steps.sellerId} ${steps.version}`} />
        <SaveStep status={steps.status} />
      </FormShell>
    </ShopStepFrame>
  );
}
