import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { TRANSLATIONS } from "~/modules/sellers";
import {
  editRefusalText,
  findShop,
  findSteps,
  saveTranslation,
  translationInput,
} from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { TextAreaField, TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { LANGUAGE_NAMES } from "~/ui/layouts/language-names";
import { privateMeta } from "~/ui/layouts/page-meta";
import { KeptNote } from "~/ui/workspace/kept-note";
import { Notice } from "~/ui/primitives/notice";
import { Original } from "~/ui/workspace/original";
import { ShopStepFrame } from "~/ui/workspace/shop-step-frame";

export const meta: MetaFunction = () => privateMeta(m["sellers.texts.title"]());

const languageOf = (params: Record<string, string | undefined>) =>
  orNotFound(TRANSLATIONS.find((locale) => locale === params.language));

export const loader = forSeller("editor", async ({ seller, params }) => {
  const locale = languageOf(params);
  const shop = orNotFound(await findShop(db, seller.sellerId));
  const { name, tagline, story } = shop;
  const text = shop.translations[locale];
  return {
    formKey: newFormKey(),
    locale,
    steps: await findSteps(db, shop, seller.role),
    original: { name, tagline, story },
    isOlder: text?.isOlder === true,
    // Most names are the same in every language.
    stored: { name: text?.name ?? name, tagline: text?.tagline, story: text?.story },
  };
});

export const action = forSeller("editor", async ({ seller, request, params, paths }) => {
  const form = await parseForm(request, translationInput);
  if (!form.ok) return invalid(form);
  const { version, name, tagline, story } = form.value;

  const text = { version, locale: languageOf(params), name, tagline, story };
  const saved = await saveTranslation(db, seller, form.key, text);
  if (!saved.ok) return invalid(form, editRefusalText[saved.refusal]());

  return redirectWith(paths.shopStep("story"));
});

export default function ShopTextsPage() {
  const { formKey, locale, steps, original, isOlder, stored } = useLoaderData<typeof loader>();
  const { form, fields } = usePageForm<"name" | "tagline" | "story">(
    `texts-${locale}-${steps.version}`,
    useActionData<typeof action>(),
    stored,
  );
  return (
    <ShopStepFrame title={m["sellers.texts.in"]({ language: LANGUAGE_NAMES[locale] })} current="story" steps={steps}>
      {isOlder ? (
        <div className="mb-6">
          <Notice tone="warning">{m["sellers.texts.olderLong"]()}</Notice>
        </div>
      ) : null}
      <FormShell form={form} formKey={formKey}>
        <input type="hidden" name="version" value={steps.version} />
        <Original text={original.name}>
          <TextField meta={fields.name} label={m["sellers.field.name"]()} autoComplete="off" />
        </Original>
        <Original text={original.tagline}>
          <TextField meta={fields.tagline} label={m["sellers.field.tagline"]()} isOptional />
        </Original>
        <Original text={original.story}>
          <TextAreaField meta={fields.story} label={m["sellers.field.story"]()} rows={8} isOptional />
        </Original>
        <p className="text-sm text-muted">{m["sellers.texts.empty"]()}</p>
        <KeptNote formId={form.id} base={`${steps.sellerId} ${steps.version}`} />
        <SubmitButton>{m["accounts.save"]()}</SubmitButton>
      </FormShell>
    </ShopStepFrame>
  );
}
