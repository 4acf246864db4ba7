import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { payoutNewsText, platformTermsPage } from "~/modules/payments/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { forStaff } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { DoneNotice } from "~/ui/primitives/notice";
import { LEVEL_NAMES } from "~/ui/staff/readiness/level-names";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["payments.terms.title"]());

export const loader = forStaff("treasurer", async ({ staff, url, lang }) => ({
  role: staff.role,
  news: payoutNewsText(url.searchParams.get("news")),
  levels: await platformTermsPage(db, lang),
}));

export default function PlatformTermsPage() {
  const { role, news, levels } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  return (
    <StaffFrame
      title={m["payments.terms.title"]()}
      lead={m["payments.terms.platformLead"]()}
      role={role}
      here="payouts"
      isNarrow
    >
      {news ? <DoneNotice>{news}</DoneNotice> : null}
      <ul className="divide-y divide-line">
        {levels.map(({ level, commission, holdDays, depositShare }) => (
          <li key={level} className="py-3">
            <Link to={paths.levelTerms(level)} className={`${linkStyle} font-medium`}>
              {LEVEL_NAMES[level]()}
            </Link>
            <dl className="mt-1 flex flex-wrap gap-x-6 text-sm text-muted">
              <Fact name={m["payments.terms.commission"]()} value={commission} />
              <Fact name={m["payments.terms.holdDays"]()} value={String(holdDays)} />
              <Fact name={m["payments.terms.depositShare"]()} value={depositShare} />
            </dl>
          </li>
        ))}
      </ul>
    </StaffFrame>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex gap-1.5">
      <dt>{name}:</dt>
      <dd className="tabular-nums text-ink">{value}</dd>
    </div>
  );
}
