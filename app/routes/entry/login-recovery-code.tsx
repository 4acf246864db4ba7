import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { codeRefusalText, confirmSecondFactor, recoveryInput } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forAnyone } from "~/platform/http/openers.server";
import { safeReturnPath } from "~/platform/http/return-path.server";
import { EntryCard, EntryFooter } from "~/ui/accounts/entry-card";
import { HiddenField, TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";

export const meta: MetaFunction = () => privateMeta(m["accounts.recovery.title"]());

export const loader = forAnyone({ cache: "private" }, ({ url }) =>
  Promise.resolve({ formKey: newFormKey(), next: safeReturnPath(url.searchParams.get("next")) }),
);

export const action = forAnyone({ cache: "private" }, async ({ request, paths, visit }) => {
  const form = await parseForm(request, recoveryInput);
  if (!form.ok) return invalid(form);

  const entered = await confirmSecondFactor(db, visit, { code: form.value.code, isRecoveryCode: true });
  if (!entered.ok) return invalid(form, codeRefusalText[entered.refusal]());

  return redirectWith(safeReturnPath(form.value.next ?? null) ?? paths.account(), entered.value.cookies);
});

export default function RecoveryCodePage() {
  const { formKey, next } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { form, fields } = usePageForm<"code">("recovery", useActionData<typeof action>());
  return (
    <EntryCard title={m["accounts.recovery.title"]()} lead={m["accounts.recovery.lead"]()}>
      <FormShell form={form} formKey={formKey}>
        <HiddenField name="next" value={next} />
        <TextField meta={fields.code} label={m["accounts.field.recoveryCode"]()} autoComplete="off" isFirst />
        <SubmitButton>{m["accounts.code.submit"]()}</SubmitButton>
      </FormShell>
      <EntryFooter>
        <Link to={paths.loginSecondFactor({ next })} className={linkStyle}>
          {m["accounts.recovery.byCode"]()}
        </Link>
      </EntryFooter>
    </EntryCard>
  );
}
