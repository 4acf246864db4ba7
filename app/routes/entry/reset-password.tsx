import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { askForNewPassword, codeRefusalText, emailInput } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forAnyone } from "~/platform/http/openers.server";
import { EntryCard, EntryFooter } from "~/ui/accounts/entry-card";
import { TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";

export const meta: MetaFunction = () => privateMeta(m["accounts.reset.title"]());

export const loader = forAnyone({ cache: "private" }, ({ url }) =>
  Promise.resolve({ formKey: newFormKey(), isSent: url.searchParams.has("sent") }),
);

export const action = forAnyone({ cache: "private" }, async ({ request, paths, visit }) => {
  const form = await parseForm(request, emailInput);
  if (!form.ok) return invalid(form);

  const sent = await askForNewPassword(visit, form.value.email);
  if (!sent.ok) return invalid(form, codeRefusalText[sent.refusal]());

  return redirectWith(paths.resetPassword({ sent: "1" }));
});

export default function ResetPasswordPage() {
  const { formKey, isSent } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { form, fields } = usePageForm<"email">("reset", useActionData<typeof action>());
  if (isSent) {
    return (
      <EntryCard title={m["accounts.checkMail.title"]()} lead={m["accounts.reset.sent"]()}>
        <p>{m["accounts.checkMail.notThere"]()}</p>
        <p className="mt-4">
          <Link to={paths.resetPassword()} className={linkStyle}>
            {m["accounts.reset.again"]()}
          </Link>
        </p>
      </EntryCard>
    );
  }
  return (
    <EntryCard title={m["accounts.reset.title"]()} lead={m["accounts.reset.lead"]()}>
      <FormShell form={form} formKey={formKey}>
        <TextField meta={fields.email} label={m["accounts.field.email"]()} type="email" autoComplete="email" isFirst />
        <SubmitButton>{m["accounts.reset.submit"]()}</SubmitButton>
      </FormShell>
      <EntryFooter>
        <Link to={paths.login()} className={linkStyle}>
          {m["accounts.login.title"]()}
        </Link>
      </EntryFooter>
    </EntryCard>
  );
}
