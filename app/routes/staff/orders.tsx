import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listStaffOrders, ORDERS_PAGE_SIZE, ordersQuestionOf } from "~/modules/orders/index.server";
import { m } from "~/paraglide/messages.js";

import { db } from "~/platform/db/db.server";
import { pageParam } from "~/platform/http/address-parts.server";
import { forStaff } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { NoOrders } from "~/ui/orders/no-orders";
import { OrderFilter } from "~/ui/orders/order-filter";
import { OrderList } from "~/ui/orders/order-list";
import { Pagination } from "~/ui/primitives/pagination";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["orders.list.title"]());

export const loader = forStaff("treasurer", async ({ staff, url, lang }) => {
  const asked = ordersQuestionOf(url);
  const page = pageParam(url);
  const list = await listStaffOrders(db, { ...asked, page, lang });
  return {
    role: staff.role,
    ...list,
    chosen: { status: asked.status, problem: asked.hasProblem ? "1" : undefined, q: asked.words },
    page,
    pageCount: Math.ceil(list.found / ORDERS_PAGE_SIZE),
  };
});

export default function StaffOrdersPage() {
  const { role, rows, counts, problems, chosen, page, pageCount } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const all = paths.staffOrders();
  return (
    <StaffFrame title={m["orders.list.title"]()} lead={m["orders.list.leadStaff"]()} role={role} here="orders">
      <OrderFilter chosen={chosen} counts={counts} problems={problems} hrefOf={paths.staffOrders} />
      {rows.length === 0 ? (
        <NoOrders side="staff" isFiltered={counts.some(({ count }) => count > 0)} all={all} />
      ) : (
        <OrderList rows={rows} hrefOf={(id) => paths.staffOrder(id)} />
      )}
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefOf={(number) => paths.staffOrders({ ...chosen, page: number })}
      />
    </StaffFrame>
  );
}
