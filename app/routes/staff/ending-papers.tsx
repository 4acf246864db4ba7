import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ENDING_DAYS } from "~/modules/export-readiness";
import {
  countEndingPapers,
  listEndingPapers,
  readEndingDays,
  readinessChoices,
  readReadinessQuestion,
} from "~/modules/export-readiness/index.server";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import { db } from "~/platform/db/db.server";
import { pageParam } from "~/platform/http/address-parts.server";
import { forStaff } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Badge } from "~/ui/primitives/badge";
import { chipStyle } from "~/ui/primitives/button";
import { queryOf } from "~/ui/staff/readiness/readiness-filter";
import { ReadinessListPage, SellerRow } from "~/ui/staff/readiness/readiness-list-page";

export const meta: MetaFunction = () => privateMeta(m["staffReadiness.papers.title"]());

const PAGE_SIZE = 50;

export const loader = forStaff("reviewer", async ({ staff, lang, url }) => {
  const question = readReadinessQuestion(url.searchParams);
  const days = readEndingDays(url.searchParams);
  const page = pageParam(url);
  const now = clock();
  const [counts, rows, choices] = await Promise.all([
    countEndingPapers(db, question, now),
    listEndingPapers(db, { question, days, locale: lang, page, pageSize: PAGE_SIZE }, now),
    readinessChoices(db, lang),
  ]);
  const total = counts[days];
  return {
    days,
    rows,
    list: { role: staff.role, question, choices, total, page, pageCount: Math.ceil(total / PAGE_SIZE) },
  };
});

export default function EndingPapersPage() {
  const { days, rows, list } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  return (
    <ReadinessListPage
      list="papers"
      title={m["staffReadiness.papers.title"]()}
      lead={
        <span className="flex flex-wrap gap-2">
          {ENDING_DAYS.map((one) => (
            <Link
              key={one}
              to={paths.readinessList("papers", { ...queryOf(list.question), days: one })}
              aria-current={one === days ? "page" : undefined}
              className={chipStyle}
            >
              {m["staffReadiness.papers.withinShort"]({ count: one })}
            </Link>
          ))}
        </span>
      }
      kept={{ days: String(days) }}
      {...list}
    >
      {rows.map(({ evidenceId, sellerId, seller, paper, day, remindedOn, isNewerWaiting }) => (
        <SellerRow
          key={evidenceId}
          sellerId={sellerId}
          seller={seller}
          detail={
            <>
              {paper}
              <span className="block">
                {remindedOn
                  ? m["staffReadiness.papers.remindedOn"]({ day: remindedOn })
                  : m["staffReadiness.papers.notReminded"]()}
              </span>
            </>
          }
        >
          {isNewerWaiting ? <Badge tone="verified">{m["staffReadiness.papers.newerWaits"]()}</Badge> : null}
          <p className="text-sm">{m["staffReadiness.papers.endsOn"]({ day })}</p>
        </SellerRow>
      ))}
    </ReadinessListPage>
  );
}
