import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { codeRefusalText, phoneInput, sendPhoneCode } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { env } from "~/platform/env.server";
import { orNotFound } from "~/platform/http/answers.server";
import { phoneCookie, redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forAnyone } from "~/platform/http/openers.server";
import { safeReturnPath } from "~/platform/http/return-path.server";
import { canSendSms } from "~/platform/mail/transports.server";
import { EntryCard, EntryFooter } from "~/ui/accounts/entry-card";
import { PhoneField } from "~/ui/accounts/named-fields";
import { TermsNote } from "~/ui/accounts/terms-note";
import { HiddenField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";

export const meta: MetaFunction = () => privateMeta(m["accounts.phoneLogin.title"]());

export const loader = forAnyone({ cache: "private" }, ({ url }) => {
  orNotFound(canSendSms(env) || undefined);
  return Promise.resolve({ formKey: newFormKey(), next: safeReturnPath(url.searchParams.get("next")) });
});

export const action = forAnyone({ cache: "private" }, async ({ request, paths, visit }) => {
  orNotFound(canSendSms(env) || undefined);
  const form = await parseForm(request, phoneInput);
  if (!form.ok) return invalid(form);

  const sent = await sendPhoneCode(visit, form.value.phone);
  if (!sent.ok) return invalid(form, codeRefusalText[sent.refusal]());

  const next = safeReturnPath(form.value.next ?? null);
  return redirectWith(paths.loginCode({ next }), [phoneCookie(form.value.phone)]);
});

export default function LoginByPhonePage() {
  const { formKey, next } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { form, fields } = usePageForm<"phone">("phone", useActionData<typeof action>());
  return (
    <EntryCard title={m["accounts.phoneLogin.title"]()} lead={m["accounts.phoneLogin.lead"]()}>
      <FormShell form={form} formKey={formKey}>
        <HiddenField name="next" value={next} />
        <PhoneField meta={fields.phone} />
        <SubmitButton>{m["accounts.phoneLogin.submit"]()}</SubmitButton>
        <TermsNote />
      </FormShell>
      <EntryFooter>
        <Link to={paths.login({ next })} className={linkStyle}>
          {m["accounts.phoneLogin.byPassword"]()}
        </Link>
      </EntryFooter>
    </EntryCard>
  );
}
