import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  exportProfileInput,
  findExportProfile,
  listMarketNames,
  profileRefusalText,
  saveExportProfile,
} from "~/modules/export-readiness/index.server";
import { SME_NAMES } from "~/modules/export-readiness";
import { SME_CATEGORIES } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { CheckListField, RadioField } from "~/ui/forms/choices";
import { TextAreaField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { DoneNotice } from "~/ui/primitives/notice";
import { chosenOf } from "~/ui/workspace/parts/part-fields";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["readiness.profile.title"]());

export const loader = forSeller("manager", async ({ seller: { sellerId }, lang, url }) => {
  const [profile, markets] = await Promise.all([findExportProfile(db, sellerId), listMarketNames(db, lang)]);
  const { confirmed, stamp, targetMarkets, ...stored } = orNotFound(profile);
  return {
    formKey: newFormKey(),
    stamp,
    stored,
    targetMarkets,
    confirmedCount: confirmed.length,
    markets: markets.map(({ marketId, name }) => ({ value: marketId, label: name })),
    isSaved: url.searchParams.has("saved"),
  };
});

export const action = forSeller("manager", async ({ seller, request, paths }) => {
  const form = await parseForm(request, exportProfileInput);
  if (!form.ok) return invalid(form);
  const saved = await saveExportProfile(db, seller, form.key, form.value);
  if (!saved.ok) return invalid(form, profileRefusalText[saved.refusal]());
  return redirectWith(paths.exportProfile({ saved: "1" }));
});

type Name = "targetMarkets" | "smeCategory" | "capacity" | "paymentTerms" | "targetReason" | "answersBy";

export default function ExportProfilePage() {
  const {
    formKey,
    stamp,
    stored: values,
    targetMarkets,
    confirmedCount,
    markets,
    isSaved,
  } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { form, fields } = usePageForm<Name>(`export-profile-${stamp}`, useActionData<typeof action>(), values);
  return (
    <WorkspaceFrame
      back={{ to: paths.ownReadiness(), label: m["readiness.title"]() }}
      title={m["readiness.profile.title"]()}
      lead={m["readiness.profile.lead"]()}
    >
      {isSaved ? <DoneNotice>{m["accounts.saved"]()}</DoneNotice> : null}
      {confirmedCount > 0 ? (
        <p className="mb-5 text-sm text-muted">{m["readiness.profile.confirmed"]({ count: confirmedCount })}</p>
      ) : null}
      <FormShell form={form} formKey={formKey}>
        <input type="hidden" name="stamp" value={stamp} />
        <CheckListField
          meta={fields.targetMarkets}
          legend={m["readiness.profile.markets"]()}
          hint={m["readiness.profile.marketsHint"]()}
          options={markets}
          chosen={chosenOf(fields.targetMarkets, { targetMarkets })}
        />
        <TextAreaField meta={fields.targetReason} label={m["readiness.profile.reason"]()} rows={3} isOptional />
        <RadioField
          meta={fields.smeCategory}
          legend={m["readiness.profile.sme"]()}
          options={SME_CATEGORIES.map((value) => ({ value, label: SME_NAMES[value]() }))}
        />
        <TextAreaField
          meta={fields.capacity}
          label={m["readiness.profile.capacity"]()}
          hint={m["readiness.profile.capacityHint"]()}
          rows={2}
          isOptional
        />
        <TextAreaField
          meta={fields.paymentTerms}
          label={m["readiness.profile.payment"]()}
          hint={m["readiness.profile.paymentHint"]()}
          rows={2}
          isOptional
        />
        <TextAreaField
          meta={fields.answersBy}
          label={m["readiness.profile.answers"]()}
          hint={m["readiness.profile.answersHint"]()}
          rows={2}
          isOptional
        />
        <div>
          <SubmitButton>{m["readiness.profile.save"]()}</SubmitButton>
        </div>
      </FormShell>
    </WorkspaceFrame>
  );
}
