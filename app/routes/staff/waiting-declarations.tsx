import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  countWaitingDeclarations,
  listWaitingDeclarations,
  readinessChoices,
  readReadinessQuestion,
} from "~/modules/export-readiness/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { pageParam } from "~/platform/http/address-parts.server";
import { forStaff } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { ReadinessListPage, SellerRow } from "~/ui/staff/readiness/readiness-list-page";

export const meta: MetaFunction = () => privateMeta(m["staffReadiness.declarations.waiting"]());

const PAGE_SIZE = 50;

export const loader = forStaff("reviewer", async ({ staff, lang, url }) => {
  const question = readReadinessQuestion(url.searchParams);
  const page = pageParam(url);
  const [total, rows, choices] = await Promise.all([
    countWaitingDeclarations(db, question),
    listWaitingDeclarations(db, { question, locale: lang, page, pageSize: PAGE_SIZE }),
    readinessChoices(db, lang),
  ]);
  return { rows, list: { role: staff.role, question, choices, total, page, pageCount: Math.ceil(total / PAGE_SIZE) } };
});

export default function WaitingDeclarationsPage() {
  const { rows, list } = useLoaderData<typeof loader>();
  return (
    <ReadinessListPage
      list="declarations"
      title={m["staffReadiness.declarations.waiting"]()}
      lead={m["staffReadiness.declarations.queueLead"]()}
      {...list}
    >
      {rows.map(({ sellerId, seller, name, title, words, declaredOn }) => (
        <SellerRow
          key={`${sellerId} ${name}`}
          sellerId={sellerId}
          seller={seller}
          hash={`#${name}`}
          detail={
            <>
              <span className="block">{title}</span>
              <span className="line-clamp-2 text-ink">{words}</span>
            </>
          }
        >
          {declaredOn ? (
            <p className="text-sm text-muted">{m["staffReadiness.declaredOn"]({ day: declaredOn })}</p>
          ) : null}
        </SellerRow>
      ))}
    </ReadinessListPage>
  );
}
