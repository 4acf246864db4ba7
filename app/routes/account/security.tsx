import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { findLogin, listSessions } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { orNotFound } from "~/platform/http/answers.server";
import { newFormKey } from "~/platform/http/form.server";
import { forBuyer } from "~/platform/http/openers.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { canSendSms } from "~/platform/mail/transports.server";
import { AccountFrame } from "~/ui/accounts/account-frame";
import { SessionList } from "~/ui/accounts/session-list";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Badge } from "~/ui/primitives/badge";
import { linkStyle } from "~/ui/primitives/button";
import { DoneNotice } from "~/ui/primitives/notice";

export const meta: MetaFunction = () => privateMeta(m["accounts.security.title"]());

const NEWS = ["password", "email", "phone", "factor", "noFactor", "sessions"] as const;

export const loader = forBuyer(async ({ buyer, url, lang }) => {
  const [login, sessions] = await Promise.all([
    findLogin(db, buyer.userId),
    listSessions(db, buyer.userId, buyer.sessionId),
  ]);
  const moment = dateFormat(lang, { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Baku" });
  return {
    login: orNotFound(login),
    hasSms: canSendSms(env),
    news: NEWS.find((name) => name === url.searchParams.get("news")),
    formKey: newFormKey(),
    sessions: sessions.map(({ signedInAt, ...session }) => ({ ...session, signedIn: moment.format(signedInAt) })),
  };
});

export default function SecurityPage() {
  const { login, hasSms, news, sessions, formKey } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const secret = login.hasPassword ? "••••••••••" : m["accounts.security.noPassword"]();
  const rows = [
    {
      to: paths.changeEmail(),
      label: m["accounts.field.email"](),
      value: login.email ?? m["accounts.security.none"](),
    },
    ...(hasSms
      ? [
          {
            to: paths.changePhone(),
            label: m["accounts.field.phone"](),
            value: login.phone ?? m["accounts.security.none"](),
            isThere: login.phone !== undefined,
          },
        ]
      : []),
    ...(login.hasPassword || login.email
      ? [
          {
            to: login.hasPassword ? paths.changePassword() : paths.resetPassword(),
            label: m["accounts.field.password"](),
            value: secret,
            isThere: login.hasPassword,
          },
        ]
      : []),
  ];
  return (
    <AccountFrame title={m["accounts.security.title"]()} lead={m["accounts.security.lead"]()}>
      {news ? (
        <DoneNotice>
          {{
            password: m["accounts.security.newsPassword"],
            email: m["accounts.security.newsEmail"],
            phone: m["accounts.security.newsPhone"],
            factor: m["accounts.security.newsFactor"],
            noFactor: m["accounts.security.newsNoFactor"],
            sessions: m["accounts.security.newsSessions"],
          }[news]()}
        </DoneNotice>
      ) : null}
      <dl className="divide-y divide-line rounded border border-line bg-surface">
        {rows.map(({ to, label, value, isThere }) => (
          <div key={to} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-4">
            <dt className="w-full text-sm text-muted sm:w-40">{label}</dt>
            <dd className="min-w-0 flex-1 break-words font-medium">{value}</dd>
            <dd>
              <Link to={to} className={linkStyle}>
                {isThere ? m["accounts.change"]() : m["accounts.add"]()}
                <span className="sr-only"> {label}</span>
              </Link>
            </dd>
          </div>
        ))}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-4">
          <dt className="w-full text-sm text-muted sm:w-40">{m["accounts.secondFactor.short"]()}</dt>
          <dd className="flex-1">
            <Badge tone={login.hasSecondFactor ? "verified" : "plain"}>
              {login.hasSecondFactor ? m["accounts.secondFactor.on"]() : m["accounts.secondFactor.off"]()}
            </Badge>
          </dd>
          <dd>
            {login.hasPassword ? (
              <Link to={paths.secondFactor()} className={linkStyle}>
                {login.hasSecondFactor ? m["accounts.secondFactor.manage"]() : m["accounts.secondFactor.begin"]()}
              </Link>
            ) : (
              <span className="text-sm text-muted">{m["accounts.secondFactor.needsPassword"]()}</span>
            )}
          </dd>
        </div>
      </dl>
      <SessionList sessions={sessions} formKey={formKey} />
    </AccountFrame>
  );
}
