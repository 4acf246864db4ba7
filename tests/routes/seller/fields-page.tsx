import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { textCompleteness } from "~/modules/catalog";
import { hsCodeInput, parcelIncoterms } from "~/modules/catalog/index.server";
import { usualHsCodes } from "~/modules/search/index.server";
import { db } from "~/platform/db/db.server";
import { invalid, parseForm } from "~/platform/http/form.server";
import { forAnyone } from "~/platform/http/openers.server";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { HsCodeField } from "~/ui/workspace/hs-code-field";
import { IncotermField } from "~/ui/workspace/incoterm-field";
import { TextMeter } from "~/ui/workspace/text-meter";
import { newKey } from "~tests/support/form-key";

/** The fields for words and codes of a listing on one page, as a form page uses them. */
export const loader = forAnyone({ cache: "private" }, async ({ lang, url }) => ({
  formKey: newKey(),
  usual: await usualHsCodes(db, "copperware", lang),
  terms: await parcelIncoterms(db, lang),
  stored: {
    hsCode: url.searchParams.get("hs") ?? undefined,
    incotermCode: url.searchParams.get("term") ?? undefined,
    incotermPlace: undefined,
  },
}));

export const action = forAnyone({ cache: "private" }, async ({ request }) => {
  const form = await parseForm(
    request,
    z.object({ hsCode: hsCodeInput, incotermCode: z.string().optional(), incotermPlace: z.string().optional() }),
  );
  return form.ok ? { status: undefined, taken: form.value } : invalid(form);
});

const COMPLETENESS = textCompleteness(
  {
    listing: { kind: "good" },
    texts: [{ locale: "en", title: "Cup", description: "", deliverables: null, rights: null, isDraft: true }],
    variants: [],
  },
  "en",
);

export default function FieldsPage() {
  const { formKey, usual, terms, stored } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const taken = last && "taken" in last ? last.taken : undefined;
  const refused = last && !("taken" in last) ? last : undefined;
  const { form, fields } = usePageForm<"hsCode" | "incotermCode" | "incotermPlace">("fields", refused, stored);
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6 p-4">
      {taken ? <output>{JSON.stringify(taken)}</output> : null}
      <TextMeter locale="en" completeness={COMPLETENESS} isOlder />
      <FormShell form={form} formKey={formKey}>
        <HsCodeField
          name={fields.hsCode.name}
          value={fields.hsCode.initialValue}
          suggestions={usual}
          categoryId="copperware"
          mistake={fields.hsCode.errors?.[0]}
        />
        <IncotermField code={fields.incotermCode} place={fields.incotermPlace} terms={terms} />
        <SubmitButton>OK</SubmitButton>
      </FormShell>
    </div>
  );
}
