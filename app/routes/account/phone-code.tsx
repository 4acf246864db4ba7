import { redirect, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { changePhone, codeRefusalText, phoneCodeInput } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { phoneCookie, phoneOfCookie, redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forBuyer } from "~/platform/http/openers.server";
import { AccountFrame } from "~/ui/accounts/account-frame";
import { CodeField } from "~/ui/accounts/code-field";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";

export const meta: MetaFunction = () => privateMeta(m["accounts.code.title"]());

export const loader = forBuyer(({ request, paths }) => {
  const phone = phoneOfCookie(request);
  // Nothing was sent, or too long ago.
  if (!phone) throw redirect(paths.changePhone());
  return Promise.resolve({ formKey: newFormKey(), phone });
});

export const action = forBuyer(async ({ buyer, request, paths, visit }) => {
  const form = await parseForm(request, phoneCodeInput);
  if (!form.ok) return invalid(form);

  const changed = await changePhone(db, visit, buyer.userId, form.value);
  if (!changed.ok) {
    const { refusal } = changed;
    return invalid(form, refusal === "phone-taken" ? m["accounts.refusal.phoneTaken"]() : codeRefusalText[refusal]());
  }

  return redirectWith(paths.security({ news: "phone" }), [phoneCookie("")]);
});

export default function ChangePhoneCodePage() {
  const { formKey, phone } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { form, fields } = usePageForm<"code">("phone-code", useActionData<typeof action>());
  return (
    <AccountFrame title={m["accounts.code.title"]()} lead={m["accounts.code.sentTo"]({ phone })}>
      <div className="max-w-md">
        <FormShell form={form} formKey={formKey}>
          <input type="hidden" name="phone" value={phone} />
          <CodeField meta={fields.code} label={m["accounts.field.code"]()} />
          <SubmitButton>{m["accounts.code.submit"]()}</SubmitButton>
        </FormShell>
        <p className="mt-6 text-sm">
          {m["accounts.code.notThere"]()}{" "}
          <Link to={paths.changePhone()} className={linkStyle}>
            {m["accounts.code.again"]()}
          </Link>
        </p>
      </div>
    </AccountFrame>
  );
}
