import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askToChangeEmail, codeRefusalText, emailInput, findLogin } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forBuyer } from "~/platform/http/openers.server";
import { AccountFrame } from "~/ui/accounts/account-frame";
import { TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";

export const meta: MetaFunction = () => privateMeta(m["accounts.changeEmail.title"]());

export const loader = forBuyer(async ({ buyer }) => {
  const { email } = orNotFound(await findLogin(db, buyer.userId));
  return { formKey: newFormKey(), email };
});

export const action = forBuyer(async ({ buyer, request, paths, visit }) => {
  const form = await parseForm(request, emailInput);
  if (!form.ok) return invalid(form);

  const asked = await askToChangeEmail(db, visit, buyer.userId, form.value.email);
  if (!asked.ok && asked.refusal === "throttled") return invalid(form, codeRefusalText.throttled());
  if (!asked.ok) return invalid(form, undefined, { email: m["accounts.refusal.sameEmail"]() });

  return redirectWith(paths.security({ news: "email" }));
});

export default function ChangeEmailPage() {
  const { formKey, email } = useLoaderData<typeof loader>();
  const { form, fields } = usePageForm<"email">("email", useActionData<typeof action>());
  const lead = email === undefined ? m["accounts.changeEmail.first"]() : m["accounts.changeEmail.lead"]({ email });
  return (
    <AccountFrame title={m["accounts.changeEmail.title"]()} lead={lead}>
      <FormShell form={form} formKey={formKey}>
        <TextField
          meta={fields.email}
          label={m["accounts.field.newEmail"]()}
          type="email"
          autoComplete="email"
          isFirst
        />
        <SubmitButton>{m["accounts.changeEmail.submit"]()}</SubmitButton>
      </FormShell>
    </AccountFrame>
  );
}
