import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  countMovers,
  listMovers,
  readinessChoices,
  readReadinessQuestion,
} from "~/modules/export-readiness/index.server";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import { db } from "~/platform/db/db.server";
import { pageParam } from "~/platform/http/address-parts.server";
import { forStaff } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { Badge } from "~/ui/primitives/badge";
import { LEVEL_NAMES } from "~/ui/staff/readiness/level-names";
import { ReadinessListPage, SellerRow } from "~/ui/staff/readiness/readiness-list-page";

export const meta: MetaFunction = () => privateMeta(m["staffReadiness.movers.title"]());

const PAGE_SIZE = 50;

export const loader = forStaff("reviewer", async ({ staff, lang, url }) => {
  const question = readReadinessQuestion(url.searchParams);
  const page = pageParam(url);
  const now = clock();
  const [{ up, down }, rows, choices] = await Promise.all([
    countMovers(db, question, now),
    listMovers(db, { question, locale: lang, page, pageSize: PAGE_SIZE }, now),
    readinessChoices(db, lang),
  ]);
  const total = up + down;
  return { rows, list: { role: staff.role, question, choices, total, page, pageCount: Math.ceil(total / PAGE_SIZE) } };
});

export default function MoversPage() {
  const { rows, list } = useLoaderData<typeof loader>();
  return (
    <ReadinessListPage
      list="movers"
      title={m["staffReadiness.movers.title"]()}
      lead={m["staffReadiness.movers.lead"]()}
      {...list}
    >
      {rows.map(({ sellerId, seller, from, to, isUp }) => (
        <SellerRow
          key={sellerId}
          sellerId={sellerId}
          seller={seller}
          detail={m["staffReadiness.fromTo"]({ from: LEVEL_NAMES[from](), to: LEVEL_NAMES[to]() })}
        >
          <Badge tone={isUp ? "verified" : "warning"}>
            {isUp ? m["staffReadiness.rises"]() : m["staffReadiness.falls"]()}
          </Badge>
        </SellerRow>
      ))}
    </ReadinessListPage>
  );
}
