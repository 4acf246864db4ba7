import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findPerson, passwordInput, removeSecondFactor, wrongPasswordText } from "~/modules/accounts/index.server";
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

export const meta: MetaFunction = () => privateMeta(m["accounts.secondFactor.remove"]());

export const loader = forBuyer(() => Promise.resolve({ formKey: newFormKey() }));

export const action = forBuyer(async ({ buyer, request, paths, visit }) => {
  const form = await parseForm(request, passwordInput, { secret: ["password"] });
  if (!form.ok) return invalid(form);

  const person = orNotFound(await findPerson(db, buyer.userId));
  const removed = await removeSecondFactor(db, visit, person, form.value.password);
  if (!removed.ok && removed.refusal === "staff-needs-it")
    return invalid(form, m["accounts.secondFactor.staffKeepsIt"]());
  if (!removed.ok) return invalid(form, undefined, { password: wrongPasswordText() });

  return redirectWith(paths.security({ news: "noFactor" }), removed.value.cookies);
});

export default function RemoveSecondFactorPage() {
  const { formKey } = useLoaderData<typeof loader>();
  const { form, fields } = usePageForm<"password">("remove", useActionData<typeof action>());
  return (
    <AccountFrame title={m["accounts.secondFactor.remove"]()} lead={m["accounts.secondFactor.removeLead"]()}>
      <PasswordForm form={form} meta={fields.password} formKey={formKey} submit={m["accounts.secondFactor.remove"]()} />
    </AccountFrame>
  );
}
