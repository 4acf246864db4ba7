import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { codeRefusalText, phoneInput, sendPhoneCode } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { env } from "~/platform/env.server";
import { orNotFound } from "~/platform/http/answers.server";
import { phoneCookie, redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forBuyer } from "~/platform/http/openers.server";
import { canSendSms } from "~/platform/mail/transports.server";
import { AccountFrame } from "~/ui/accounts/account-frame";
import { PhoneField } from "~/ui/accounts/named-fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";

export const meta: MetaFunction = () => privateMeta(m["accounts.changePhone.title"]());

export const loader = forBuyer(() => {
  orNotFound(canSendSms(env) || undefined);
  return Promise.resolve({ formKey: newFormKey() });
});

export const action = forBuyer(async ({ request, paths, visit }) => {
  orNotFound(canSendSms(env) || undefined);
  const form = await parseForm(request, phoneInput);
  if (!form.ok) return invalid(form);

  const sent = await sendPhoneCode(visit, form.value.phone);
  if (!sent.ok) return invalid(form, codeRefusalText[sent.refusal]());

  return redirectWith(paths.changePhoneCode(), [phoneCookie(form.value.phone)]);
});

export default function ChangePhonePage() {
  const { formKey } = useLoaderData<typeof loader>();
  const { form, fields } = usePageForm<"phone">("phone", useActionData<typeof action>());
  return (
    <AccountFrame title={m["accounts.changePhone.title"]()} lead={m["accounts.changePhone.lead"]()}>
      <FormShell form={form} formKey={formKey}>
        <PhoneField meta={fields.phone} />
        <SubmitButton>{m["accounts.phoneLogin.submit"]()}</SubmitButton>
      </FormShell>
    </AccountFrame>
  );
}
