import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { INBOX_PAGE_SIZE } from "~/modules/inquiries";
import { inboxQuestionOf, listSellersInquiries, rowView } from "~/modules/inquiries/index.server";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import { db } from "~/platform/db/db.server";
import { pageParam } from "~/platform/http/address-parts.server";
import { forSeller } from "~/platform/http/openers.server";
import { InquiryFilter } from "~/ui/inquiries/inquiry-filter";
import { InquiryList } from "~/ui/inquiries/inquiry-list";
import { NoInquiries } from "~/ui/inquiries/no-inquiries";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { Pagination } from "~/ui/primitives/pagination";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["inquiries.inbox.title"]());

export const loader = forSeller("editor", async ({ seller, url, lang }) => {
  const asked = inboxQuestionOf(url);
  const page = pageParam(url);
  const question = { ...asked, assignedTo: asked.isMine ? seller.userId : undefined, page };
  const { rows, found, counts, unread } = await listSellersInquiries(db, seller.sellerId, question);
  return {
    rows: rows.map((row) => rowView(row, "seller", lang, clock())),
    counts: [...counts].map(([status, count]) => ({ status, count })),
    unread,
    chosen: {
      status: asked.status,
      mine: asked.isMine ? "1" : undefined,
      unread: asked.isUnread ? "1" : undefined,
      q: asked.words,
    },
    page,
    pageCount: Math.ceil(found / INBOX_PAGE_SIZE),
  };
});

export default function InboxPage() {
  const { rows, counts, unread, chosen, page, pageCount } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  return (
    <WorkspaceFrame title={m["inquiries.inbox.title"]()} lead={m["inquiries.inbox.lead"]()} isWide>
      <InquiryFilter chosen={chosen} counts={counts} unread={unread} hasMine hrefOf={paths.inbox} />
      {rows.length === 0 ? (
        <NoInquiries side="seller" isFiltered={counts.some(({ count }) => count > 0)} all={paths.inbox()} />
      ) : (
        <InquiryList rows={rows} hrefOf={(id) => paths.sellerInquiry(id)} />
      )}
      <Pagination page={page} pageCount={pageCount} hrefOf={(number) => paths.inbox({ ...chosen, page: number })} />
      <p className="mt-8 flex flex-wrap gap-x-6">
        <Link to={paths.answers()} className={linkStyle}>
          {m["inquiries.answers.title"]()}
        </Link>
        <Link to={paths.blocked()} className={linkStyle}>
          {m["inquiryCases.blocked.title"]()}
        </Link>
        <Link to={paths.notices()} className={linkStyle}>
          {m["inquiries.inbox.notices"]()}
        </Link>
      </p>
    </WorkspaceFrame>
  );
}
