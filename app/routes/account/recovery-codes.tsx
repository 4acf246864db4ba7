import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { passwordInput, renewRecoveryCodes, wrongPasswordText } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forBuyer } from "~/platform/http/openers.server";
import { AccountFrame } from "~/ui/accounts/account-frame";
import { PasswordForm } from "~/ui/accounts/password-form";
import { RecoveryCodes } from "~/ui/accounts/recovery-codes";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";

export const meta: MetaFunction = () => privateMeta(m["accounts.recoveryCodes.title"]());

export const loader = forBuyer(() => Promise.resolve({ formKey: newFormKey() }));

/** Answers with the codes themselves: they are shown once and never again. */
export const action = forBuyer(async ({ buyer, request, visit }) => {
  const form = await parseForm(request, passwordInput, { secret: ["password"] });
  if (!form.ok) return invalid(form);

  const renewed = await renewRecoveryCodes(db, visit, buyer.userId, form.value.password);
  if (!renewed.ok) return invalid(form, undefined, { password: wrongPasswordText() });

  return renewed.value;
});

export default function RecoveryCodesPage() {
  const { formKey } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const codes = last && "recoveryCodes" in last ? last.recoveryCodes : undefined;
  const { form, fields } = usePageForm<"password">("renew", last && !("recoveryCodes" in last) ? last : undefined);
  return (
    <AccountFrame
      title={m["accounts.recoveryCodes.title"]()}
      lead={codes ? undefined : m["accounts.recoveryCodes.lead"]()}
    >
      {codes ? (
        <RecoveryCodes codes={codes} />
      ) : (
        <PasswordForm
          form={form}
          meta={fields.password}
          formKey={formKey}
          submit={m["accounts.recoveryCodes.renew"]()}
        />
      )}
    </AccountFrame>
  );
}
