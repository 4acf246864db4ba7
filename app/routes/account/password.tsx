import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  changePassword,
  changePasswordInput,
  codeRefusalText,
  passwordRefusalText,
  wrongPasswordText,
} from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forBuyer } from "~/platform/http/openers.server";
import { AccountFrame } from "~/ui/accounts/account-frame";
import { NewPasswordField, PasswordField } from "~/ui/accounts/named-fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";

export const meta: MetaFunction = () => privateMeta(m["accounts.changePassword.title"]());

export const loader = forBuyer(() => Promise.resolve({ formKey: newFormKey() }));

export const action = forBuyer(async ({ buyer, request, paths, visit }) => {
  const form = await parseForm(request, changePasswordInput, { secret: ["password", "newPassword"] });
  if (!form.ok) return invalid(form);

  const changed = await changePassword(db, visit, buyer.userId, form.value);
  if (!changed.ok) {
    const { refusal } = changed;
    if (refusal === "throttled") return invalid(form, codeRefusalText.throttled());
    if (refusal === "wrong-password") return invalid(form, undefined, { password: wrongPasswordText() });
    return invalid(form, undefined, { newPassword: passwordRefusalText[refusal]() });
  }

  return redirectWith(paths.security({ news: "password" }), changed.value.cookies);
});

export default function ChangePasswordPage() {
  const { formKey } = useLoaderData<typeof loader>();
  const { form, fields } = usePageForm<"password" | "newPassword">("password", useActionData<typeof action>());
  return (
    <AccountFrame title={m["accounts.changePassword.title"]()} lead={m["accounts.changePassword.lead"]()}>
      <FormShell form={form} formKey={formKey}>
        <PasswordField meta={fields.password} label={m["accounts.field.currentPassword"]()} isFirst />
        <NewPasswordField meta={fields.newPassword} label={m["accounts.field.newPassword"]()} />
        <SubmitButton>{m["accounts.newPassword.submit"]()}</SubmitButton>
      </FormShell>
    </AccountFrame>
  );
}
