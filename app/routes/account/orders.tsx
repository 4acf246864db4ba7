import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listBuyersOrders, ORDERS_PAGE_SIZE, ordersQuestionOf } from "~/modules/orders/index.server";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import { db } from "~/platform/db/db.server";
import { pageParam } from "~/platform/http/address-parts.server";
import { forBuyer } from "~/platform/http/openers.server";
import { asInquirer } from "~/platform/session/actors.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { NoOrders } from "~/ui/orders/no-orders";
import { OrderFilter } from "~/ui/orders/order-filter";
import { OrderList } from "~/ui/orders/order-list";
import { Pagination } from "~/ui/primitives/pagination";
import { AccountFrame } from "~/ui/accounts/account-frame";

export const meta: MetaFunction = () => privateMeta(m["orders.list.title"]());

export const loader = forBuyer(async ({ buyer, url, lang }) => {
  const asked = ordersQuestionOf(url);
  const page = pageParam(url);
  const list = await listBuyersOrders(db, asInquirer(buyer), { ...asked, page, lang }, clock());
  return {
    ...list,
    chosen: { status: asked.status, problem: asked.hasProblem ? "1" : undefined, q: asked.words },
    page,
    pageCount: Math.ceil(list.found / ORDERS_PAGE_SIZE),
  };
});

export default function AccountOrdersPage() {
  const { rows, counts, problems, chosen, page, pageCount } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const all = paths.orders();
  return (
    <AccountFrame title={m["orders.list.title"]()} lead={m["orders.list.leadBuyer"]()} isWide>
      <OrderFilter chosen={chosen} counts={counts} problems={problems} hrefOf={paths.orders} />
      {rows.length === 0 ? (
        <NoOrders side="buyer" isFiltered={counts.some(({ count }) => count > 0)} all={all} />
      ) : (
        <OrderList rows={rows} hrefOf={(id) => paths.order(id)} />
      )}
      <Pagination page={page} pageCount={pageCount} hrefOf={(number) => paths.orders({ ...chosen, page: number })} />
    </AccountFrame>
  );
}
