import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { codeRefusalText, confirmSecondFactor, totpInput } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forAnyone } from "~/platform/http/openers.server";
import { safeReturnPath } from "~/platform/http/return-path.server";
import { EntryCard, EntryFooter } from "~/ui/accounts/entry-card";
import { CodeField } from "~/ui/accounts/code-field";
import { HiddenField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";

export const meta: MetaFunction = () => privateMeta(m["accounts.secondStep.title"]());

export const loader = forAnyone({ cache: "private" }, ({ url }) =>
  Promise.resolve({ formKey: newFormKey(), next: safeReturnPath(url.searchParams.get("next")) }),
);

export const action = forAnyone({ cache: "private" }, async ({ request, paths, visit }) => {
  const form = await parseForm(request, totpInput);
  if (!form.ok) return invalid(form);

  const entered = await confirmSecondFactor(db, visit, { code: form.value.code, isRecoveryCode: false });
  if (!entered.ok) return invalid(form, codeRefusalText[entered.refusal]());

  return redirectWith(safeReturnPath(form.value.next ?? null) ?? paths.account(), entered.value.cookies);
});

export default function SecondStepPage() {
  const { formKey, next } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { form, fields } = usePageForm<"code">("second-step", useActionData<typeof action>());
  return (
    <EntryCard title={m["accounts.secondStep.title"]()} lead={m["accounts.secondStep.lead"]()}>
      <FormShell form={form} formKey={formKey}>
        <HiddenField name="next" value={next} />
        <CodeField meta={fields.code} label={m["accounts.field.code"]()} />
        <SubmitButton>{m["accounts.code.submit"]()}</SubmitButton>
      </FormShell>
      <EntryFooter>
        <Link to={paths.loginRecovery({ next })} className={linkStyle}>
          {m["accounts.secondStep.recovery"]()}
        </Link>
      </EntryFooter>
    </EntryCard>
  );
}
