import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { listStaffRatings, RATINGS_PAGE_SIZE } from "~/modules/orders/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { pageParam } from "~/platform/http/address-parts.server";
import { forStaff } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Rating } from "~/ui/orders/rating";
import { buttonStyle } from "~/ui/primitives/button";
import { EmptyState } from "~/ui/primitives/empty-state";
import { Pagination } from "~/ui/primitives/pagination";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["orders.rating.title"]());

export const loader = forStaff("reviewer", async ({ staff, url, lang }) => {
  const page = pageParam(url);
  const { ratings, found } = await listStaffRatings(db, { page, lang });
  return { role: staff.role, ratings, page, pageCount: Math.ceil(found / RATINGS_PAGE_SIZE) };
});

export default function StaffRatingsPage() {
  const { role, ratings, page, pageCount } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  return (
    <StaffFrame title={m["orders.rating.title"]()} role={role} here="ratings">
      {ratings.length === 0 ? (
        <EmptyState title={m["orders.rating.none"]()}>{m["orders.rating.noneText"]()}</EmptyState>
      ) : null}
      <ul className="divide-y divide-line">
        {ratings.map((one) => (
          <li key={one.orderId} className="py-4">
            <p className="mb-1 font-semibold">
              {one.seller} · № {one.key}
            </p>
            <Rating rating={one}>
              <Link to={paths.staffRating(one.orderId)} className={`${buttonStyle.quiet} -ml-3 mt-1`}>
                {one.isHidden ? m["orders.deed.showRating"]() : m["orders.deed.hideRating"]()}
              </Link>
            </Rating>
          </li>
        ))}
      </ul>
      <Pagination page={page} pageCount={pageCount} hrefOf={(number) => paths.staffRatings({ page: number })} />
    </StaffFrame>
  );
}
