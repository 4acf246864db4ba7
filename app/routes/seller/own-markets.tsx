import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { listOwnMarkets, listOwnPassports } from "~/modules/export-readiness/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { forSeller } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { PassportList } from "~/ui/readiness/passport-list";
import { MarketBadge } from "~/ui/readiness/market-badge";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["readiness.markets"]());

export const loader = forSeller("manager", async ({ seller, lang }) => ({
  markets: await listOwnMarkets(db, { sellerId: seller.sellerId, locale: lang }),
  passports: await listOwnPassports(db, { sellerId: seller.sellerId, locale: lang }),
}));

export default function OwnMarketsPage() {
  const { markets, passports } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  return (
    <WorkspaceFrame
      back={{ to: paths.ownReadiness(), label: m["readiness.title"]() }}
      title={m["readiness.markets"]()}
      lead={m["readiness.market.lead"]()}
    >
      <ul className="divide-y divide-line rounded border border-line bg-surface">
        {markets.map(({ marketId, name, isOpen, isTarget, missingCount }) => (
          <li key={marketId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3">
            <span>
              <Link to={paths.ownMarket(marketId)} className={`${linkStyle} inline-flex min-h-11 items-center`}>
                {name}
              </Link>
              {isTarget ? <span className="ml-2 text-sm text-muted">{m["readiness.marketChosen"]()}</span> : null}
            </span>
            <MarketBadge isOpen={isOpen} missingCount={missingCount} />
          </li>
        ))}
      </ul>
      <p className="mt-4 text-sm text-muted">{m["readiness.guidance"]()}</p>
      <PassportList passports={passports} />
    </WorkspaceFrame>
  );
}
