import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { closeInput, findLogin, wrongPasswordText } from "~/modules/accounts/index.server";
import { closeAccount } from "~/modules/reporting/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forBuyer } from "~/platform/http/openers.server";
import { AccountFrame } from "~/ui/accounts/account-frame";
import { PasswordField } from "~/ui/accounts/named-fields";
import { CheckboxField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";

export const meta: MetaFunction = () => privateMeta(m["accounts.close.title"]());

export const loader = forBuyer(async ({ buyer }) => {
  const { hasPassword } = orNotFound(await findLogin(db, buyer.userId));
  return { formKey: newFormKey(), hasPassword };
});

export const action = forBuyer(async ({ buyer, request, paths, visit }) => {
  const form = await parseForm(request, closeInput, { secret: ["password"] });
  if (!form.ok) return invalid(form);

  const closed = await closeAccount(db, visit, buyer, form.value.password);
  if (!closed.ok) {
    if (closed.refusal === "wrong-password") return invalid(form, undefined, { password: wrongPasswordText() });
    const texts = {
      "is-staff": m["accounts.close.isStaff"],
      "owns-shop": m["accounts.close.ownsShop"],
      "has-orders": m["orders.refusal.hasOrders"],
    };
    return invalid(form, texts[closed.refusal]());
  }

  return redirectWith(paths.login({ news: "closed" }));
});

export default function CloseAccountPage() {
  const { formKey, hasPassword } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { form, fields } = usePageForm<"password" | "understands">("close", useActionData<typeof action>());
  return (
    <AccountFrame title={m["accounts.close.title"]()}>
      <Notice tone="warning" icon="warning">
        {m["accounts.close.warning"]()}
      </Notice>
      <div className="mt-6 max-w-md">
        <FormShell form={form} formKey={formKey}>
          {hasPassword ? <PasswordField meta={fields.password} /> : null}
          <CheckboxField meta={fields.understands} label={m["accounts.close.understands"]()} />
          <div className="flex flex-wrap items-center gap-4">
            <SubmitButton look="secondary">{m["accounts.close.submit"]()}</SubmitButton>
            <Link to={paths.personalData()} className={linkStyle}>
              {m["accounts.cancel"]()}
            </Link>
          </div>
        </FormShell>
      </div>
    </AccountFrame>
  );
}
