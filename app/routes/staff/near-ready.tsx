import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  countNearReady,
  listNearReady,
  readinessChoices,
  readReadinessQuestion,
} from "~/modules/export-readiness/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { pageParam } from "~/platform/http/address-parts.server";
import { forStaff } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { ReadinessListPage, SellerRow } from "~/ui/staff/readiness/readiness-list-page";

export const meta: MetaFunction = () => privateMeta(m["staffReadiness.near.title"]());

const PAGE_SIZE = 50;

export const loader = forStaff("reviewer", async ({ staff, lang, url }) => {
  const question = readReadinessQuestion(url.searchParams);
  const page = pageParam(url);
  const [total, rows, choices] = await Promise.all([
    countNearReady(db, question),
    listNearReady(db, { question, locale: lang, page, pageSize: PAGE_SIZE }),
    readinessChoices(db, lang),
  ]);
  return { rows, list: { role: staff.role, question, choices, total, page, pageCount: Math.ceil(total / PAGE_SIZE) } };
});

export default function NearReadyPage() {
  const { rows, list } = useLoaderData<typeof loader>();
  return (
    <ReadinessListPage
      list="near"
      title={m["staffReadiness.near.title"]()}
      lead={m["staffReadiness.near.lead"]()}
      {...list}
    >
      {rows.map(({ sellerId, seller, region, score, lacking }) => (
        <SellerRow
          key={sellerId}
          sellerId={sellerId}
          seller={seller}
          detail={m["staffReadiness.near.lacks"]({ what: lacking })}
        >
          <p className="text-sm text-muted">
            {region} · {m["staffReadiness.scoreOf"]({ count: score })}
          </p>
        </SellerRow>
      ))}
    </ReadinessListPage>
  );
}
