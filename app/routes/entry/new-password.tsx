import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { linkRefusalText, passwordRefusalText, resetInput, resetPassword } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forAnyone } from "~/platform/http/openers.server";
import { EntryCard, EntryFooter } from "~/ui/accounts/entry-card";
import { NewPasswordField } from "~/ui/accounts/named-fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";

export const meta: MetaFunction = () => privateMeta(m["accounts.newPassword.title"]());

export const loader = forAnyone({ cache: "private" }, ({ url }) =>
  Promise.resolve({ formKey: newFormKey(), token: orNotFound(url.searchParams.get("token")) }),
);

export const action = forAnyone({ cache: "private" }, async ({ request, paths, visit }) => {
  const form = await parseForm(request, resetInput, { secret: ["password"] });
  if (!form.ok) return invalid(form);

  const set = await resetPassword(db, visit, form.value);
  if (!set.ok) {
    const { refusal } = set;
    if (refusal === "link-expired" || refusal === "link-wrong") return invalid(form, linkRefusalText[refusal]());
    return invalid(form, undefined, { password: passwordRefusalText[refusal]() });
  }

  return redirectWith(paths.login({ news: "password" }));
});

export default function NewPasswordPage() {
  const { formKey, token } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { form, fields } = usePageForm<"password">("new-password", useActionData<typeof action>());
  return (
    <EntryCard title={m["accounts.newPassword.title"]()} lead={m["accounts.newPassword.lead"]()}>
      <FormShell form={form} formKey={formKey}>
        <input type="hidden" name="token" value={token} />
        <NewPasswordField meta={fields.password} label={m["accounts.field.newPassword"]()} isFirst />
        <SubmitButton>{m["accounts.newPassword.submit"]()}</SubmitButton>
      </FormShell>
      <EntryFooter>
        <Link to={paths.resetPassword()} className={linkStyle}>
          {m["accounts.reset.again"]()}
        </Link>
      </EntryFooter>
    </EntryCard>
  );
}
