import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { confirmMailbox, isChangeOfEmail, linkRefusalText, tokenInput } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forAnyone } from "~/platform/http/openers.server";
import { safeReturnPath } from "~/platform/http/return-path.server";
import { EntryCard, EntryFooter } from "~/ui/accounts/entry-card";
import { HiddenField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  privateMeta(data?.token ? m["accounts.verify.title"]() : m["accounts.checkMail.title"]());

/** Opening the letter's link shows a button: programs that look through mail open links, and must not confirm anything. */
export const loader = forAnyone({ cache: "private" }, ({ url }) =>
  Promise.resolve({
    formKey: newFormKey(),
    token: url.searchParams.get("token") ?? undefined,
    next: safeReturnPath(url.searchParams.get("next")),
    isChange: isChangeOfEmail(url.searchParams.get("token") ?? ""),
    step: url.searchParams.get("step") ?? undefined,
  }),
);

export const action = forAnyone({ cache: "private" }, async ({ request, paths, visit }) => {
  const form = await parseForm(request, tokenInput);
  if (!form.ok) return invalid(form, linkRefusalText["link-wrong"]());

  const confirmed = await confirmMailbox(db, visit, form.value.token);
  if (!confirmed.ok) return invalid(form, linkRefusalText[confirmed.refusal]());

  const { was } = confirmed.value;
  const next = safeReturnPath(form.value.next ?? null);
  if (was === "change-confirmed") return redirectWith(paths.verifyEmail({ step: "new-mailbox" }));
  return redirectWith(paths.login({ news: was === "new-account" ? "verified" : "changed", next }));
});

export default function VerifyEmailPage() {
  const { formKey, token, next, step, isChange: isChangeAsked } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { form } = usePageForm<never>("verify", useActionData<typeof action>());
  if (token === undefined) {
    const isChange = step === "new-mailbox";
    return (
      <EntryCard
        title={m["accounts.checkMail.title"]()}
        lead={isChange ? m["accounts.checkMail.newMailbox"]() : m["accounts.checkMail.lead"]()}
      >
        <p>{isChange ? m["accounts.checkMail.oldUntilThen"]() : m["accounts.checkMail.notThere"]()}</p>
        {isChange ? null : (
          <p className="mt-4">
            <Link to={paths.resendVerification()} className={linkStyle}>
              {m["accounts.checkMail.again"]()}
            </Link>
          </p>
        )}
      </EntryCard>
    );
  }
  return (
    <EntryCard
      title={isChangeAsked ? m["accounts.verify.changeTitle"]() : m["accounts.verify.title"]()}
      lead={isChangeAsked ? m["accounts.verify.changeLead"]() : m["accounts.verify.lead"]()}
    >
      <FormShell form={form} formKey={formKey}>
        <input type="hidden" name="token" value={token} />
        <HiddenField name="next" value={next} />
        <SubmitButton>
          {isChangeAsked ? m["accounts.verify.changeSubmit"]() : m["accounts.verify.submit"]()}
        </SubmitButton>
      </FormShell>
      <EntryFooter>
        <Link to={paths.resendVerification()} className={linkStyle}>
          {m["accounts.verify.again"]()}
        </Link>
      </EntryFooter>
    </EntryCard>
  );
}
