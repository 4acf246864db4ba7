import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { INBOX_PAGE_SIZE } from "~/modules/inquiries";
import { inboxQuestionOf, listBuyersInquiries, rowView } from "~/modules/inquiries/index.server";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import { db } from "~/platform/db/db.server";
import { pageParam } from "~/platform/http/address-parts.server";
import { forBuyer } from "~/platform/http/openers.server";
import { asInquirer } from "~/platform/session/actors.server";
import { AccountFrame } from "~/ui/accounts/account-frame";
import { InquiryFilter } from "~/ui/inquiries/inquiry-filter";
import { InquiryList } from "~/ui/inquiries/inquiry-list";
import { NoInquiries } from "~/ui/inquiries/no-inquiries";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Pagination } from "~/ui/primitives/pagination";

export const meta: MetaFunction = () => privateMeta(m["inquiries.inbox.title"]());

export const loader = forBuyer(async ({ buyer, url, lang }) => {
  const asked = inboxQuestionOf(url);
  const page = pageParam(url);
  const now = clock();
  const { rows, found, counts, unread } = await listBuyersInquiries(db, asInquirer(buyer), { ...asked, page }, now);
  return {
    rows: rows.map((row) => rowView(row, "buyer", lang, now)),
    counts: [...counts].map(([status, count]) => ({ status, count })),
    unread,
    chosen: { status: asked.status, unread: asked.isUnread ? "1" : undefined, q: asked.words },
    page,
    pageCount: Math.ceil(found / INBOX_PAGE_SIZE),
  };
});

export default function InquiriesPage() {
  const { rows, counts, unread, chosen, page, pageCount } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  return (
    <AccountFrame title={m["inquiries.inbox.title"]()} lead={m["inquiries.inbox.leadBuyer"]()} isWide>
      <InquiryFilter chosen={chosen} counts={counts} unread={unread} hasMine={false} hrefOf={paths.inquiries} />
      {rows.length === 0 ? (
        <NoInquiries side="buyer" isFiltered={counts.some(({ count }) => count > 0)} all={paths.inquiries()} />
      ) : (
        <InquiryList rows={rows} hrefOf={(id) => paths.inquiry(id)} />
      )}
      <Pagination page={page} pageCount={pageCount} hrefOf={(number) => paths.inquiries({ ...chosen, page: number })} />
    </AccountFrame>
  );
}
