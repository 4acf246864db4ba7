import { redirect, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { beginSecondFactor, findLogin, passwordInput, wrongPasswordText } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forBuyer } from "~/platform/http/openers.server";
import { AccountFrame } from "~/ui/accounts/account-frame";
import { PasswordForm } from "~/ui/accounts/password-form";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";

export const meta: MetaFunction = () => privateMeta(m["accounts.secondFactor.title"]());

export const loader = forBuyer(async ({ buyer, paths }) => {
  const { hasSecondFactor, needsSecondFactor, hasPassword } = orNotFound(await findLogin(db, buyer.userId));
  // Its codes are only asked for beside a password.
  if (!hasPassword) throw redirect(paths.security());
  return { formKey: newFormKey(), hasSecondFactor, needsSecondFactor };
});

export const action = forBuyer(async ({ request, paths, visit }) => {
  const form = await parseForm(request, passwordInput, { secret: ["password"] });
  if (!form.ok) return invalid(form);

  const begun = await beginSecondFactor(visit, form.value.password);
  if (!begun.ok) return invalid(form, undefined, { password: wrongPasswordText() });

  return redirectWith(paths.confirmSecondFactor());
});

export default function SecondFactorPage() {
  const { formKey, hasSecondFactor, needsSecondFactor } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { form, fields } = usePageForm<"password">("begin", useActionData<typeof action>());
  if (!hasSecondFactor) {
    return (
      <AccountFrame title={m["accounts.secondFactor.title"]()} lead={m["accounts.secondFactor.lead"]()}>
        {needsSecondFactor ? (
          <div className="mb-5">
            <Notice tone="warning" icon="shield">
              {m["accounts.secondFactor.staff"]()}
            </Notice>
          </div>
        ) : null}
        <PasswordForm
          form={form}
          meta={fields.password}
          formKey={formKey}
          submit={m["accounts.secondFactor.begin"]()}
        />
      </AccountFrame>
    );
  }
  return (
    <AccountFrame title={m["accounts.secondFactor.title"]()} lead={m["accounts.secondFactor.isOn"]()}>
      <div className="flex flex-wrap items-center gap-4">
        <Link to={paths.recoveryCodes()} className={buttonStyle.secondary}>
          {m["accounts.recoveryCodes.renew"]()}
        </Link>
        {needsSecondFactor ? (
          <p className="text-sm text-muted">{m["accounts.secondFactor.staffKeepsIt"]()}</p>
        ) : (
          <Link to={paths.removeSecondFactor()} className={linkStyle}>
            {m["accounts.secondFactor.remove"]()}
          </Link>
        )}
      </div>
    </AccountFrame>
  );
}
