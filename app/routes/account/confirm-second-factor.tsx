import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  codeRefusalText,
  findPendingSecondFactor,
  finishSecondFactor,
  totpInput,
} from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forBuyer } from "~/platform/http/openers.server";
import { qrSvg } from "~/platform/http/qr.server";
import { AccountFrame } from "~/ui/accounts/account-frame";
import { CodeField } from "~/ui/accounts/code-field";
import { RecoveryCodes } from "~/ui/accounts/recovery-codes";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { linkStyle } from "~/ui/primitives/button";
import { QrCode } from "~/ui/primitives/qr-code";

export const meta: MetaFunction = () => privateMeta(m["accounts.secondFactor.title"]());

export const loader = forBuyer(async ({ buyer, paths }) => {
  const pending = await findPendingSecondFactor(db, buyer.userId);
  if (!pending) throw redirect(paths.secondFactor());
  return { formKey: newFormKey(), ...pending, picture: qrSvg(pending.uri) };
});

export const action = forBuyer(async ({ buyer, request, paths, visit }) => {
  const form = await parseForm(request, totpInput);
  if (!form.ok) return invalid(form);

  const finished = await finishSecondFactor(db, visit, buyer.userId, form.value.code);
  if (!finished.ok) return invalid(form, undefined, { code: codeRefusalText[finished.refusal]() });

  return redirectWith(paths.security({ news: "factor" }), finished.value.cookies);
});

export default function ConfirmSecondFactorPage() {
  const { formKey, uri, secret, recoveryCodes, picture } = useLoaderData<typeof loader>();
  const { form, fields } = usePageForm<"code">("factor", useActionData<typeof action>());
  return (
    <AccountFrame title={m["accounts.secondFactor.title"]()}>
      <ol className="flex flex-col gap-8">
        <li>
          <h2 className="text-lg">{m["accounts.secondFactor.scan"]()}</h2>
          <div className="mt-3 flex flex-wrap items-center gap-6">
            <QrCode svg={picture} alt={m["accounts.secondFactor.qr"]()} size={192} />
            <div className="min-w-0 flex-1 text-sm">
              <p className="text-muted">{m["accounts.secondFactor.byHand"]()}</p>
              <p className="mt-1 break-words font-mono text-base">{secret}</p>
              <a href={uri} className={`${linkStyle} mt-2 inline-block`}>
                {m["accounts.secondFactor.openApp"]()}
              </a>
            </div>
          </div>
        </li>
        <li>
          <h2 className="text-lg">{m["accounts.recoveryCodes.title"]()}</h2>
          <RecoveryCodes codes={recoveryCodes} />
        </li>
        <li>
          <h2 className="text-lg">{m["accounts.secondFactor.firstCode"]()}</h2>
          <div className="mt-3 max-w-sm">
            <FormShell form={form} formKey={formKey}>
              <CodeField meta={fields.code} label={m["accounts.field.code"]()} />
              <SubmitButton>{m["accounts.secondFactor.confirm"]()}</SubmitButton>
            </FormShell>
          </div>
        </li>
      </ol>
    </AccountFrame>
  );
}
