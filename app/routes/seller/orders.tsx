import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listSellersOrders, ORDERS_PAGE_SIZE, ordersQuestionOf } from "~/modules/orders/index.server";
import { m } from "~/paraglide/messages.js";

import { db } from "~/platform/db/db.server";
import { pageParam } from "~/platform/http/address-parts.server";
import { forSeller } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { NoOrders } from "~/ui/orders/no-orders";
import { OrderFilter } from "~/ui/orders/order-filter";
import { OrderList } from "~/ui/orders/order-list";
import { Pagination } from "~/ui/primitives/pagination";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["orders.list.title"]());

export const loader = forSeller("editor", async ({ seller, url, lang }) => {
  const asked = ordersQuestionOf(url);
  const page = pageParam(url);
  const list = await listSellersOrders(db, seller.sellerId, { ...asked, page, lang });
  return {
    ...list,
    chosen: { status: asked.status, problem: asked.hasProblem ? "1" : undefined, q: asked.words },
    page,
    pageCount: Math.ceil(list.found / ORDERS_PAGE_SIZE),
  };
});

export default function SellerOrdersPage() {
  const { rows, counts, problems, chosen, page, pageCount } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const all = paths.sellerOrders();
  return (
    <WorkspaceFrame title={m["orders.list.title"]()} lead={m["orders.list.leadSeller"]()} isWide>
      <OrderFilter chosen={chosen} counts={counts} problems={problems} hrefOf={paths.sellerOrders} />
      {rows.length === 0 ? (
        <NoOrders side="seller" isFiltered={counts.some(({ count }) => count > 0)} all={all} />
      ) : (
        <OrderList rows={rows} hrefOf={(id) => paths.sellerOrder(id)} />
      )}
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefOf={(number) => paths.sellerOrders({ ...chosen, page: number })}
      />
    </WorkspaceFrame>
  );
}
