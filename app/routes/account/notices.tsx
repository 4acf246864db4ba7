import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  findNoticePreferences,
  noticesInput,
  saveNoticePreferences,
  timeOfMinute,
} from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { orNotFound } from "~/platform/http/answers.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forBuyer } from "~/platform/http/openers.server";
import { canSendSms } from "~/platform/mail/transports.server";
import { AccountFrame } from "~/ui/accounts/account-frame";
import { NoticeFields } from "~/ui/accounts/notice-fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { DoneNotice } from "~/ui/primitives/notice";

export const meta: MetaFunction = () => privateMeta(m["accounts.notices.title"]());

export const loader = forBuyer(async ({ buyer, url }) => {
  const { email, phone, byMail, bySms, quiet } = orNotFound(await findNoticePreferences(db, buyer.userId));
  return {
    formKey: newFormKey(),
    isSaved: url.searchParams.has("saved"),
    ways: { email, phone, hasSms: canSendSms(env) },
    stored: {
      byMail: byMail ? "on" : undefined,
      bySms: bySms ? "on" : undefined,
      quietFrom: quiet && timeOfMinute(quiet.from),
      quietTo: quiet && timeOfMinute(quiet.to),
    },
  };
});

export const action = forBuyer(async ({ buyer, request, paths }) => {
  const form = await parseForm(request, noticesInput);
  if (!form.ok) return invalid(form);
  await saveNoticePreferences(db, buyer, form.key, form.value);
  return redirect(paths.notices({ saved: "1" }));
});

export default function NoticesPage() {
  const { formKey, isSaved, ways, stored } = useLoaderData<typeof loader>();
  // What was saved is what the form begins with again.
  const id = `notices-${Object.values(stored).join("-")}`;
  const { form, fields } = usePageForm<keyof typeof stored>(id, useActionData<typeof action>(), stored);
  return (
    <AccountFrame title={m["accounts.notices.title"]()} lead={m["accounts.notices.lead"]()}>
      {isSaved ? <DoneNotice>{m["accounts.saved"]()}</DoneNotice> : null}
      <FormShell form={form} formKey={formKey}>
        <NoticeFields fields={fields} ways={ways} />
        <SubmitButton>{m["accounts.save"]()}</SubmitButton>
      </FormShell>
    </AccountFrame>
  );
}
