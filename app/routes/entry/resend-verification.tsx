import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { codeRefusalText, emailInput, sendVerificationAgain } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forAnyone } from "~/platform/http/openers.server";
import { EntryCard } from "~/ui/accounts/entry-card";
import { TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";

export const meta: MetaFunction = () => privateMeta(m["accounts.resend.title"]());

export const loader = forAnyone({ cache: "private" }, () => Promise.resolve({ formKey: newFormKey() }));

export const action = forAnyone({ cache: "private" }, async ({ request, paths, visit }) => {
  const form = await parseForm(request, emailInput);
  if (!form.ok) return invalid(form);

  const sent = await sendVerificationAgain(visit, form.value.email);
  if (!sent.ok) return invalid(form, codeRefusalText[sent.refusal]());

  return redirectWith(paths.verifyEmail());
});

export default function ResendVerificationPage() {
  const { formKey } = useLoaderData<typeof loader>();
  const { form, fields } = usePageForm<"email">("resend", useActionData<typeof action>());
  return (
    <EntryCard title={m["accounts.resend.title"]()} lead={m["accounts.resend.lead"]()}>
      <FormShell form={form} formKey={formKey}>
        <TextField meta={fields.email} label={m["accounts.field.email"]()} type="email" autoComplete="email" isFirst />
        <SubmitButton>{m["accounts.checkMail.again"]()}</SubmitButton>
      </FormShell>
    </EntryCard>
  );
}
