import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { payoutNewsText, payoutRefusalText, payoutsDesk } from "~/modules/payments/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { pageParam } from "~/platform/http/address-parts.server";
import { newFormKey } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { OlderAndNewer } from "~/ui/payments/older-and-newer";
import { AccountsToVerify, Batches, WhatIsDue } from "~/ui/payments/payouts-desk";
import { linkStyle } from "~/ui/primitives/button";
import { DoneNotice } from "~/ui/primitives/notice";
import { RefusedNotice } from "~/ui/primitives/refused-notice";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["payments.payout.desk.title"]());

export const loader = forStaff("treasurer", async ({ staff, lang, url }) => {
  const page = pageParam(url);
  return {
    role: staff.role,
    formKey: newFormKey(),
    news: payoutNewsText(url.searchParams.get("news")),
    refusal: payoutRefusalText(url.searchParams.get("refused")),
    page,
    ...(await payoutsDesk(db, lang, page)),
  };
});

export default function StaffPayoutsPage() {
  const { role, formKey, news, refusal, page, due, batches, hasMore, accounts } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  return (
    <StaffFrame
      title={m["payments.payout.desk.title"]()}
      lead={m["payments.payout.desk.lead"]()}
      role={role}
      here="payouts"
    >
      {news ? <DoneNotice>{news}</DoneNotice> : null}
      {refusal ? <RefusedNotice>{refusal}</RefusedNotice> : null}
      <AccountsToVerify accounts={accounts} formKey={formKey} />
      <WhatIsDue due={due} formKey={formKey} />
      <p className="mt-6">
        <Link to={paths.platformTerms()} className={linkStyle}>
          {m["payments.terms.title"]()}
        </Link>
      </p>
      <Batches batches={batches} />
      <OlderAndNewer page={page} hasMore={hasMore} hrefOf={(number) => paths.staffPayouts({ page: number })} />
    </StaffFrame>
  );
}
