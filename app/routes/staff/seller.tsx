import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { listListingsForStaff, listSellerCases, shopNames } from "~/modules/catalog/index.server";
import { findShop, listShopOutcomes, listSuspensions, stateOf } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { forStaff } from "~/platform/http/openers.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Badge } from "~/ui/primitives/badge";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";
import { DoneNotice } from "~/ui/primitives/notice";
import { EarlierOutcomes } from "~/ui/staff/earlier-outcomes";
import { SellerCases, SellerListings } from "~/ui/staff/seller-record";
import { ShopSheet } from "~/ui/staff/shop-sheet";
import { StaffFrame } from "~/ui/staff/staff-frame";
import { SuspensionHistory } from "~/ui/staff/suspension-history";
import { STATUS_NAMES } from "~/ui/workspace/shop-labels";

export const meta: MetaFunction = () => privateMeta(m["reviews.sellers.one"]());

export const loader = forStaff("reviewer", async ({ staff, params, lang, url }) => {
  const shop = orNotFound(await findShop(db, uuidParam(params, "id")));
  const state = stateOf(shop);
  const { sellerId } = shop;
  const [names, suspensions, outcomes, cases, listings] = await Promise.all([
    shopNames(db, state, lang),
    listSuspensions(db, sellerId),
    listShopOutcomes(db, sellerId),
    listSellerCases(db, sellerId),
    listListingsForStaff(db, sellerId),
  ]);
  const moment = dateFormat(lang, { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Baku" });
  return {
    role: staff.role,
    done: url.searchParams.get("done"),
    sellerId,
    listings,
    outcomes: outcomes.map(({ itemId, status, decidedAt, note, reasons }) => ({
      ...{ itemId, status, note, reasons },
      decided: decidedAt === undefined ? "" : moment.format(decidedAt),
    })),
    cases: cases.map(({ openedAt, ...one }) => ({ ...one, opened: moment.format(openedAt) })),
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
  const { role, done, sellerId, slug, status, name, shop, suspensions, ...rest } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
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
      {done === "suspended" ? <DoneNotice>{m["reviews.suspend.done"]({ name })}</DoneNotice> : null}
      {done === "reinstated" ? <DoneNotice>{m["reviews.suspend.doneBack"]({ name })}</DoneNotice> : null}
      <ShopSheet shop={shop} iban={undefined} />
      <p className="mt-8 flex flex-wrap items-center gap-4">
        <Link to={paths.sellerReadiness(sellerId)} className={linkStyle}>
          {m["staffReadiness.seller.title"]()}
        </Link>
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
      <SellerListings listings={rest.listings} />
      <SellerCases cases={rest.cases} />
      <EarlierOutcomes outcomes={rest.outcomes} />
      <SuspensionHistory suspensions={suspensions} />
    </StaffFrame>
  );
}
