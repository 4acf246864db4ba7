import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isStoryLongEnough, SHORTEST_STORY, TRANSLATIONS } from "~/modules/sellers";
import { editRefusalText, findShop, findSteps, saveStory, storyInput } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { TextAreaField, TextField } from "~/ui/forms/fields";
import { FormShell } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { Notice } from "~/ui/primitives/notice";
import { afterStep } from "~/ui/workspace/after-step";
import { KeptNote } from "~/ui/workspace/kept-note";
import { STEP_NAMES } from "~/ui/workspace/shop-labels";
import { OtherLanguages } from "~/ui/workspace/other-languages";
import { SaveStep } from "~/ui/workspace/save-step";
import { ShopStepFrame } from "~/ui/workspace/shop-step-frame";

export const meta: MetaFunction = () => privateMeta(m["sellers.step.story"]());

export const loader = forSeller("editor", async ({ seller, url }) => {
  const shop = orNotFound(await findShop(db, seller.sellerId));
  return {
    formKey: newFormKey(),
    steps: await findSteps(db, shop, seller.role),
    stored: { tagline: shop.tagline, story: shop.story },
    isShort: url.searchParams.has("short") && !isStoryLongEnough(shop.story),
    others: TRANSLATIONS.map((locale) => ({ locale, isOlder: shop.translations[locale]?.isOlder })),
  };
});

export const action = forSeller("editor", async ({ seller, request, paths }) => {
  const form = await parseForm(request, storyInput);
  if (!form.ok) return invalid(form);
  const { version, tagline, story } = form.value;

  const saved = await saveStory(db, seller, form.key, { version, tagline, story });
  if (!saved.ok) return invalid(form, editRefusalText[saved.refusal]());

  if (!isStoryLongEnough(story)) return redirectWith(paths.shopStep("story", { short: "1" }));
  return redirectWith(afterStep(paths, "story", saved.value.status, seller.role));
});

export default function ShopStoryPage() {
  const { formKey, steps, stored, others, isShort } = useLoaderData<typeof loader>();
  const { form, fields } = usePageForm<"tagline" | "story">(
    `story-${steps.version}`,
    useActionData<typeof action>(),
    stored,
  );
  return (
    <ShopStepFrame title={STEP_NAMES.story()} current="story" steps={steps}>
      {isShort ? (
        <div className="mb-5">
          <Notice tone="warning">{m["sellers.step.storyShort"]({ least: SHORTEST_STORY })}</Notice>
        </div>
      ) : null}
      <FormShell form={form} formKey={formKey}>
        <input type="hidden" name="version" value={steps.version} />
        <TextField
          meta={fields.tagline}
          label={m["sellers.field.tagline"]()}
          hint={m["sellers.field.taglineHint"]()}
          isOptional
        />
        <TextAreaField
          meta={fields.story}
          label={m["sellers.field.story"]()}
          hint={m["sellers.field.storyHint"]({ least: SHORTEST_STORY })}
          rows={8}
        />
        <KeptNote formId={form.id} base={`${steps.sellerId} ${steps.version}`} />
        <SaveStep status={steps.status} />
      </FormShell>
      <OtherLanguages others={others} />
    </ShopStepFrame>
  );
}
