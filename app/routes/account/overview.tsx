import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { findLogin, findPerson } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { forBuyer } from "~/platform/http/openers.server";
import { findMembership } from "~/platform/session/membership.server";
import { AccountFrame } from "~/ui/accounts/account-frame";
import { forgetAllTyped } from "~/ui/forms/autosave";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";
import { Icon, type IconName } from "~/ui/primitives/icon";
import { Notice } from "~/ui/primitives/notice";

export const meta: MetaFunction = () => privateMeta(m["accounts.overview.title"]());

export const loader = forBuyer(async ({ buyer }) => {
  const [person, login, membership] = await Promise.all([
    findPerson(db, buyer.userId),
    findLogin(db, buyer.userId),
    findMembership(db, buyer.userId),
  ]);
  const { name, email, isStaff, isReviewer, isCurator } = orNotFound(person);
  const { phone, hasSecondFactor, needsSecondFactor } = orNotFound(login);
  return {
    name,
    contact: email ?? phone,
    lacksSecondFactor: needsSecondFactor && !hasSecondFactor,
    hasShop: membership !== undefined,
    isStaff: isStaff && hasSecondFactor,
    isReviewer: isReviewer && hasSecondFactor,
    isCurator: isCurator && hasSecondFactor,
  };
});

export default function AccountOverviewPage() {
  const { name, contact, lacksSecondFactor, hasShop, isStaff, isReviewer, isCurator } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const cards: { to: string; icon: IconName; title: string; text: string }[] = [
    ...(isStaff
      ? [
          {
            to: paths.staffHome(),
            icon: "shield" as const,
            title: m["reviews.home.title"](),
            text: m["reviews.home.lead"](),
          },
        ]
      : []),
    ...(isReviewer
      ? [{ to: paths.desk(), icon: "check" as const, title: m["reviews.desk.title"](), text: m["reviews.desk.lead"]() }]
      : []),
    ...(isCurator
      ? [
          {
            to: paths.curation(),
            icon: "star" as const,
            title: m["curation.desk.title"](),
            text: m["curation.desk.lead"](),
          },
        ]
      : []),
    hasShop
      ? {
          to: paths.workspace(),
          icon: "box",
          title: m["sellers.workspace.title"](),
          text: m["sellers.workspace.lead"](),
        }
      : { to: paths.openShop(), icon: "box", title: m["sellers.open.title"](), text: m["sellers.open.lead"]() },
    { to: paths.orders(), icon: "cart", title: m["orders.list.title"](), text: m["orders.list.leadBuyer"]() },
    {
      to: paths.inquiries(),
      icon: "mail",
      title: m["inquiries.inbox.title"](),
      text: m["inquiries.inbox.leadBuyer"](),
    },
    { to: paths.saved(), icon: "star", title: m["accounts.menu.saved"](), text: m["accounts.overview.saved"]() },
    { to: paths.profile(), icon: "globe", title: m["accounts.menu.profile"](), text: m["accounts.overview.profile"]() },
    {
      to: paths.addresses(),
      icon: "pin",
      title: m["accounts.menu.addresses"](),
      text: m["accounts.overview.addresses"](),
    },
    {
      to: paths.security(),
      icon: "shield",
      title: m["accounts.menu.security"](),
      text: m["accounts.overview.security"](),
    },
    { to: paths.search(), icon: "search", title: m["site.toCatalogue"](), text: m["accounts.overview.catalogue"]() },
  ];
  return (
    <AccountFrame
      title={name === "" ? m["accounts.overview.title"]() : m["accounts.overview.hello"]({ name })}
      lead={contact}
    >
      {lacksSecondFactor ? (
        <div className="mb-6">
          <Notice tone="warning" icon="shield">
            {m["accounts.overview.staffNeedsFactor"]()}{" "}
            <Link to={paths.secondFactor()} className={linkStyle}>
              {m["accounts.secondFactor.begin"]()}
            </Link>
          </Notice>
        </div>
      ) : null}
      <ul className="grid gap-4 sm:grid-cols-2">
        {cards.map(({ to, icon, title, text }) => (
          <li key={to}>
            <Link to={to} className="flex h-full gap-4 rounded border border-line bg-surface p-5 hover:border-ink">
              <Icon name={icon} className="mt-0.5 size-6 shrink-0 text-madder" />
              <span>
                <span className="block font-semibold">{title}</span>
                <span className="mt-1 block text-sm text-muted">{text}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <Form method="post" action={paths.logout()} onSubmit={forgetAllTyped} className="mt-8">
        <button type="submit" className={buttonStyle.secondary}>
          {m["accounts.overview.signOut"]()}
        </button>
      </Form>
    </AccountFrame>
  );
}
