import { Link, useLocation } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { pathnameOf } from "~/platform/http/public-paths";
import { useAllPaths } from "~/ui/layouts/all-paths";

type Tab = {
  href: string;
  label: string;
  /** Pages that belong to it and do not lie below it. */
  beside: readonly string[];
};

/** The ways through the seller's workspace; the staff's desk has its own. */
export function WorkspaceTabs() {
  const paths = useAllPaths();
  const { pathname } = useLocation();
  const tabs: Tab[] = [
    { href: paths.workspace(), label: m["sellers.tab.overview"](), beside: [] },
    { href: paths.sellerOrders(), label: m["orders.list.title"](), beside: [] },
    { href: paths.inbox(), label: m["inquiries.inbox.title"](), beside: [paths.answers(), paths.blocked()] },
    { href: paths.ownListings(), label: m["sellers.tab.listings"](), beside: [paths.ownCatalogue()] },
    {
      href: paths.ownReadiness(),
      label: m["readiness.title"](),
      beside: [paths.sellerPapers(), paths.sellerDocuments()],
    },
    { href: paths.ownPayouts(), label: m["payments.payout.title"](), beside: [] },
    { href: paths.shopStep("making"), label: m["sellers.tab.shop"](), beside: [paths.portfolio()] },
  ];
  const home = pathnameOf(tabs[0]?.href ?? "");
  // Who opens a shop has none yet.
  const isInside = pathname === home || pathname.startsWith(`${home}/`);
  if (!isInside || pathname === pathnameOf(paths.openShop())) return null;
  // The longest that the page lies under: the overview lies above all of them, and leads to what has no tab.
  const [current = tabs[0]] = tabs
    .filter(
      ({ href, beside }) =>
        pathname.startsWith(areaOf(href, home)) ||
        [href, ...beside].some((page) => pathname === pathnameOf(page) || pathname.startsWith(`${pathnameOf(page)}/`)),
    )
    .toSorted((a, b) => b.href.length - a.href.length);
  return (
    <nav aria-label={m["sellers.tab.label"]()} className="mb-6 border-b border-line">
      <ul className="-mb-px flex flex-wrap gap-x-6">
        {tabs.map(({ href, label }) => (
          <li key={href}>
            <Link
              to={href}
              aria-current={href === current?.href ? "page" : undefined}
              className="inline-flex min-h-11 items-center border-b-2 border-transparent text-sm font-medium text-muted hover:text-ink aria-[current]:border-madder aria-[current]:text-ink"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The pages below a tab: those of the shop lie beside the step that it opens. */
function areaOf(href: string, home: string): string {
  const area = pathnameOf(href).slice(home.length).split("/")[1];
  return area === undefined ? `${home}//` : `${home}/${area}`;
}
