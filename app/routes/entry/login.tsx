import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { signIn, signInInput, signInRefusalText } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forAnyone } from "~/platform/http/openers.server";
import { safeReturnPath } from "~/platform/http/return-path.server";
import type { Paths } from "~/platform/http/paths";
import { pathnameOf } from "~/platform/http/public-paths";
import { canSendSms } from "~/platform/mail/transports.server";
import { EntryCard } from "~/ui/accounts/entry-card";
import { PasswordField } from "~/ui/accounts/named-fields";
import { HiddenField, TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { DoneNotice, Notice } from "~/ui/primitives/notice";

export const meta: MetaFunction = () => privateMeta(m["accounts.login.title"]());

/** What a page before has done and this one says. */
const NEWS = ["verified", "changed", "password", "closed"] as const;

export const loader = forAnyone({ cache: "private" }, ({ url, paths }) => {
  const next = safeReturnPath(url.searchParams.get("next"));
  return Promise.resolve({
    formKey: newFormKey(),
    next,
    wish: wishOf(next, paths),
    news: NEWS.find((name) => name === url.searchParams.get("news")),
    hasPhone: canSendSms(env),
  });
});

type Wish = "shop" | "save" | "thread" | "order";

/** What she was about to do when she was asked to sign in, where that needs a word. */
function wishOf(next: string | undefined, paths: Paths): Wish | undefined {
  if (next === undefined) return undefined;
  if (pathnameOf(next) === pathnameOf(paths.openShop())) return "shop";
  if (/^\/[a-z]{2}\/inquiries\/[\da-f-]{36}/.test(next)) return "thread";
  if (/^\/[a-z]{2}\/(?:orders|checkout)\/[\da-f-]{36}/.test(next)) return "order";
  return pathnameOf(next) === pathnameOf(paths.saved()) ? "save" : undefined;
}

export const action = forAnyone({ cache: "private" }, async ({ request, paths, visit }) => {
  const form = await parseForm(request, signInInput, { secret: ["password"] });
  if (!form.ok) return invalid(form);

  const entered = await signIn(db, visit, form.value);
  if (!entered.ok) return invalid(form, signInRefusalText[entered.refusal]());

  const next = safeReturnPath(form.value.next ?? null);
  const { cookies, needsSecondFactor } = entered.value;
  return redirectWith(needsSecondFactor ? paths.loginSecondFactor({ next }) : (next ?? paths.account()), cookies);
});

export default function LoginPage() {
  const { formKey, next, wish, news, hasPhone } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { form, fields } = usePageForm<"email" | "password">("login", useActionData<typeof action>());
  return (
    <EntryCard title={m["accounts.login.title"]()}>
      {news ? (
        <DoneNotice>
          {{
            verified: m["accounts.login.verified"],
            changed: m["accounts.login.changed"],
            password: m["accounts.login.passwordSet"],
            closed: m["accounts.login.accountClosed"],
          }[news]()}
        </DoneNotice>
      ) : null}
      {wish ? (
        <div className="mb-6">
          <Notice tone="info">
            {{
              save: m["accounts.login.forSaving"],
              thread: m["accounts.login.forThread"],
              order: m["accounts.login.forOrder"],
              shop: hasPhone ? m["accounts.login.forShop"] : m["accounts.login.forShopByMail"],
            }[wish]()}
          </Notice>
        </div>
      ) : null}
      <FormShell form={form} formKey={formKey}>
        <HiddenField name="next" value={next} />
        <TextField
          meta={fields.email}
          label={m["accounts.field.email"]()}
          type="email"
          autoComplete="username"
          isFirst
        />
        <PasswordField meta={fields.password} />
        <SubmitButton>{m["accounts.login.submit"]()}</SubmitButton>
      </FormShell>
      <ul className="mt-6 flex flex-col gap-2 border-t border-line pt-4 text-sm">
        <li>
          <Link to={paths.resetPassword()} className={linkStyle}>
            {m["accounts.login.forgot"]()}
          </Link>
        </li>
        {hasPhone ? (
          <li>
            <Link to={paths.loginByPhone({ next })} className={linkStyle}>
              {m["accounts.login.byPhone"]()}
            </Link>
          </li>
        ) : null}
        <li>
          {m["accounts.login.noAccount"]()}{" "}
          <Link to={paths.signup({ next })} className={linkStyle}>
            {m["accounts.signup.title"]()}
          </Link>
        </li>
      </ul>
    </EntryCard>
  );
}
