import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { codeRefusalText, passwordRefusalText, signUp, signUpInput } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forAnyone } from "~/platform/http/openers.server";
import { safeReturnPath } from "~/platform/http/return-path.server";
import { canSendSms } from "~/platform/mail/transports.server";
import { EntryCard, EntryFooter } from "~/ui/accounts/entry-card";
import { NewPasswordField } from "~/ui/accounts/named-fields";
import { SignUpAnswers } from "~/ui/accounts/sign-up-answers";
import { TermsNote } from "~/ui/accounts/terms-note";
import { HiddenField, TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";

export const meta: MetaFunction = () => privateMeta(m["accounts.signup.title"]());

export const loader = forAnyone({ cache: "private" }, ({ url }) =>
  Promise.resolve({
    formKey: newFormKey(),
    next: safeReturnPath(url.searchParams.get("next")),
    hasPhone: canSendSms(env),
  }),
);

export const action = forAnyone({ cache: "private" }, async ({ request, paths, visit }) => {
  const form = await parseForm(request, signUpInput, { secret: ["password"] });
  if (!form.ok) return invalid(form);
  const { name, email, password, consents, referredBy, isWomanLed, isUnderThirty } = form.value;

  const answers = consents && {
    ...(referredBy && { referredBy }),
    ...(isWomanLed && { isWomanLed: true as const }),
    ...(isUnderThirty && { isUnderThirty: true as const }),
  };
  const isAnswered = answers !== undefined && Object.keys(answers).length > 0;
  const next = safeReturnPath(form.value.next ?? null);
  const made = await signUp(db, visit, { name, email, password, next, answers: isAnswered ? answers : undefined });
  if (!made.ok) {
    const { refusal } = made;
    if (refusal === "throttled") return invalid(form, codeRefusalText.throttled());
    return invalid(form, undefined, { password: passwordRefusalText[refusal]() });
  }

  return redirectWith(paths.verifyEmail());
});

export default function SignUpPage() {
  const { formKey, next, hasPhone } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { form, fields } = usePageForm<
    "name" | "email" | "password" | "referredBy" | "isWomanLed" | "isUnderThirty" | "consents"
  >("signup", useActionData<typeof action>());
  return (
    <EntryCard title={m["accounts.signup.title"]()} lead={m["accounts.signup.lead"]()}>
      {hasPhone ? (
        <p className="mb-5 rounded bg-indigo-wash px-4 py-3 text-sm">
          <Link to={paths.loginByPhone({ next })} className={linkStyle}>
            {m["accounts.signup.byPhone"]()}
          </Link>
        </p>
      ) : null}
      <FormShell form={form} formKey={formKey}>
        <HiddenField name="next" value={next} />
        <TextField meta={fields.name} label={m["accounts.field.name"]()} autoComplete="name" />
        <TextField meta={fields.email} label={m["accounts.field.email"]()} type="email" autoComplete="username" />
        <NewPasswordField meta={fields.password} label={m["accounts.field.password"]()} />
        <SignUpAnswers fields={fields} />
        <SubmitButton>{m["accounts.signup.submit"]()}</SubmitButton>
        <TermsNote />
      </FormShell>
      <EntryFooter>
        {m["accounts.signup.hasAccount"]()}{" "}
        <Link to={paths.login({ next })} className={linkStyle}>
          {m["accounts.login.title"]()}
        </Link>
      </EntryFooter>
    </EntryCard>
  );
}
