import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  categoryChoices,
  createListing,
  createListingInput,
  createRefusalText,
  findNewestListing,
} from "~/modules/catalog/index.server";
import { findShop } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { useAutosave } from "~/ui/forms/autosave";
import { RadioField } from "~/ui/forms/choices";
import { GroupedSelectField, TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { AutosaveNote } from "~/ui/workspace/autosave-note";
import { STOCK_POLICY_OPTIONS } from "~/ui/workspace/parts/stock-fields";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["catalog.new.title"]());

export const loader = forSeller("editor", async ({ seller, lang }) => {
  const shop = orNotFound(await findShop(db, seller.sellerId));
  return {
    formKey: newFormKey(),
    kind: shop.offering === "services" ? "service" : "good",
    categories: await categoryChoices(db, lang),
    // What was typed and not sent is for the next listing: once that is there, it is forgotten.
    base: (await findNewestListing(db, seller.sellerId)) ?? seller.sellerId,
  };
});

export const action = forSeller("editor", async ({ seller, request, paths }) => {
  const form = await parseForm(request, createListingInput);
  if (!form.ok) return invalid(form);

  const created = await createListing(db, seller, form.key, form.value);
  if (!created.ok) return invalid(form, createRefusalText[created.refusal]());

  return redirectWith(paths.listingPart(created.value.listingId, "pictures"));
});

type Name = "kind" | "title" | "categoryId" | "price" | "stockPolicy" | "stock" | "leadTimeDays";

const FORM_ID = "new-listing";

export default function NewListingPage() {
  const { formKey, kind, categories, base } = useLoaderData<typeof loader>();
  const { form, fields } = usePageForm<Name>(FORM_ID, useActionData<typeof action>(), { kind });
  const { state } = useAutosave({ formId: FORM_ID, path: undefined, base });
  return (
    <WorkspaceFrame title={m["catalog.new.title"]()} lead={m["catalog.new.lead"]()}>
      <FormShell form={form} formKey={formKey}>
        <RadioField
          meta={fields.kind}
          legend={m["catalog.field.kind"]()}
          options={[
            { value: "good", label: m["catalog.kind.good"]() },
            { value: "service", label: m["catalog.kind.service"]() },
          ]}
        />
        <TextField meta={fields.title} label={m["catalog.field.title"]()} hint={m["catalog.field.titleHint"]()} />
        <GroupedSelectField
          meta={fields.categoryId}
          label={m["catalog.field.category"]()}
          none="—"
          groups={categories}
        />
        <TextField
          meta={fields.price}
          label={m["catalog.field.homePrice"]()}
          hint={m["catalog.field.priceHint"]()}
          inputMode="decimal"
          isOptional
        />
        <RadioField
          meta={fields.stockPolicy}
          legend={m["catalog.field.stockPolicy"]()}
          options={STOCK_POLICY_OPTIONS.map(({ value, label }) => ({ value, label: label() }))}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField meta={fields.stock} label={m["catalog.field.stock"]()} inputMode="numeric" isOptional />
          <TextField
            meta={fields.leadTimeDays}
            label={m["catalog.field.leadTime"]()}
            hint={m["catalog.field.leadTimeHint"]()}
            inputMode="numeric"
            isOptional
          />
        </div>
        <AutosaveNote state={state} />
        <div>
          <SubmitButton>{m["catalog.new.create"]()}</SubmitButton>
        </div>
      </FormShell>
    </WorkspaceFrame>
  );
}
