import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { enterAs, listDemoPeople } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, parseForm } from "~/platform/http/form.server";
import { forDemo } from "~/platform/http/openers.server";
import { STAFF_ROLE_NAMES, SHOP_ROLE_NAMES } from "~/ui/accounts/role-names";
import { privateMeta } from "~/ui/layouts/page-meta";
import { usePaths } from "~/ui/layouts/site";
import { Badge } from "~/ui/primitives/badge";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";

export const meta: MetaFunction = () => privateMeta(m["dev.enter.title"]());

export const loader = forDemo(async () => ({ people: await listDemoPeople(db) }));

export const action = forDemo(async ({ request, paths, visit }) => {
  const form = await parseForm(request, z.object({ userId: z.string() }));
  if (!form.ok) return invalid(form);
  const entered = orNotFound(await enterAs(visit, form.value.userId));
  return redirectWith(paths.account(), entered.cookies);
});

export default function EnterPage() {
  const { people } = useLoaderData<typeof loader>();
  const paths = usePaths();
  return (
    <div className="py-10">
      <h1 className="text-2xl">{m["dev.enter.title"]()}</h1>
      <p className="measure mt-2 text-muted">
        {m["dev.enter.lead"]()}{" "}
        <Link to={paths.mailboxOfDemo()} className={linkStyle}>
          {m["dev.mailbox.title"]()}
        </Link>
      </p>
      <ul className="mt-6 grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {people.map(({ userId, name, contact, role, shop, code }) => (
          <li key={userId} className="flex min-w-0 items-center gap-4 rounded border border-line bg-surface p-4">
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {name}
                {role ? <Badge tone="featured">{STAFF_ROLE_NAMES[role]()}</Badge> : null}
              </p>
              <p className="truncate text-sm text-muted">{contact}</p>
              {shop ? (
                <p className="truncate text-sm text-muted">
                  {SHOP_ROLE_NAMES[shop.role]()} · {shop.name}
                </p>
              ) : null}
              {code ? (
                <p className="text-sm">
                  {m["dev.enter.code"]()} <span className="font-mono font-semibold tabular-nums">{code}</span>
                </p>
              ) : null}
            </div>
            <Form method="post" reloadDocument>
              <input type="hidden" name="userId" value={userId} />
              <button type="submit" className={buttonStyle.secondary}>
                {m["dev.enter.submit"]()}
                <span className="sr-only"> {name}</span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </div>
  );
}
