import { redirect, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { codeRefusalText, enterByPhone, phoneCodeInput } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { phoneCookie, phoneOfCookie, redirectWith } from "~/platform/http/cookies.server";
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

export const meta: MetaFunction = () => privateMeta(m["accounts.code.title"]());

export const loader = forAnyone({ cache: "private" }, ({ request, url, paths }) => {
  const phone = phoneOfCookie(request);
  const next = safeReturnPath(url.searchParams.get("next"));
  // Nothing was sent, or too long ago.
  if (!phone) throw redirect(paths.loginByPhone({ next }));
  return Promise.resolve({ formKey: newFormKey(), next, phone });
});

export const action = forAnyone({ cache: "private" }, async ({ request, paths, visit }) => {
  const form = await parseForm(request, phoneCodeInput);
  if (!form.ok) return invalid(form);

  const entered = await enterByPhone(db, visit, form.value);
  if (!entered.ok) return invalid(form, codeRefusalText[entered.refusal]());

  const next = safeReturnPath(form.value.next ?? null);
  const { cookies, isNew } = entered.value;
  return redirectWith(isNew ? paths.profile({ welcome: "1", next }) : (next ?? paths.account()), [
    ...cookies,
    phoneCookie(""),
  ]);
});

export default function LoginCodePage() {
  const { formKey, next, phone } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { form, fields } = usePageForm<"code">("code", useActionData<typeof action>());
  return (
    <EntryCard title={m["accounts.code.title"]()} lead={m["accounts.code.sentTo"]({ phone })}>
      <FormShell form={form} formKey={formKey}>
        <HiddenField name="next" value={next} />
        <input type="hidden" name="phone" value={phone} />
        <CodeField meta={fields.code} label={m["accounts.field.code"]()} />
        <SubmitButton>{m["accounts.code.submit"]()}</SubmitButton>
      </FormShell>
      <EntryFooter>
        {m["accounts.code.notThere"]()}{" "}
        <Link to={paths.loginByPhone({ next })} className={linkStyle}>
          {m["accounts.code.again"]()}
        </Link>
      </EntryFooter>
    </EntryCard>
  );
}
