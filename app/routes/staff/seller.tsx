import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { shopNames } from "~/modules/catalog/index.server";
import { findShop, listSuspensions, stateOf } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { forStaff, orNotFound, uuidParam } from "~/platform/http/openers.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { privateMeta } from "~/ui/layouts/page-meta";
import { usePaths } from "~/ui/layouts/site";
import { Badge } from "~/ui/primitives/badge";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";
import { DoneNotice } from "~/ui/primitives/notice";
import { ShopSheet } from "~/ui/staff/shop-sheet";
import { StaffFrame } from "~/ui/staff/staff-frame";
import { SuspensionHistory } from "~/ui/staff/suspension-history";
import { STATUS_NAMES } from "~/ui/workspace/shop-labels";

export const meta: MetaFunction = () => privateMeta(m["reviews.sellers.one"]());

export const loader = forStaff("reviewer", async ({ staff, params, lang, url }) => {
  const shop = orNotFound(await findShop(db, uuidParam(params, "id")));
  const state = stateOf(shop);
  const [names, suspensions] = await Promise.all([shopNames(db, state, lang), listSuspensions(db, shop.sellerId)]);
  const moment = dateFormat(lang, { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Baku" });
  return {
    role: staff.role,
    isDone: url.searchParams.has("done"),
    sellerId: shop.sellerId,
    slug: shop.slug,
    status: shop.status,
    name: shop.name,
    shop: { state, ...names },
    suspensions: suspensions.map(({ suspendedAt, reinstated, ...suspension }) => ({
      ...suspension,
      since: moment.format(suspendedAt),
      reinstated: reinstated && { ...reinstated, at: moment.format(reinstated.at) },
    })),
  };
});

export default function StaffSellerPage() {
  const { role, isDone, sellerId, slug, status, name, shop, suspensions } = useLoaderData<typeof loader>();
  const paths = usePaths();
  return (
    <StaffFrame
      title={name}
      lead={
        <Badge tone={status === "approved" ? "verified" : status === "suspended" ? "warning" : "plain"}>
          {STATUS_NAMES[status]()}
        </Badge>
      }
      role={role}
      here="sellers"
    >
      {isDone ? <DoneNotice>{m["reviews.suspend.done"]()}</DoneNotice> : null}
      <ShopSheet shop={shop} iban={undefined} />
      <p className="mt-8 flex flex-wrap items-center gap-4">
        {status === "approved" ? (
          <>
            <Link to={paths.suspendSeller(sellerId)} className={buttonStyle.secondary}>
              {m["reviews.suspend.begin"]()}
            </Link>
            <Link to={paths.seller(slug)} className={linkStyle}>
              {m["sellers.workspace.publicPage"]()}
            </Link>
          </>
        ) : null}
        {status === "suspended" ? (
          <Link to={paths.reinstateSeller(sellerId)} className={buttonStyle.primary}>
            {m["reviews.suspend.reinstate"]()}
          </Link>
        ) : null}
      </p>
      <SuspensionHistory suspensions={suspensions} />
    </StaffFrame>
  );
}
