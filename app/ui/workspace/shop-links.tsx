import { Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Icon, type IconName } from "~/ui/primitives/icon";

/** What a team sees to beside its listings: who works in the shop, how it ships, when it is closed, where they are told. */
export function ShopLinks({ mayManage, hasServices }: { mayManage: boolean; hasServices: boolean }) {
  const paths = useAllPaths();
  const links: { to: string; icon: IconName; title: string; text: string }[] = [
    ...(mayManage
      ? [
          {
            to: paths.shipping(),
            icon: "truck" as const,
            title: m["sellers.routes.title"](),
            text: m["sellers.routes.link"](),
          },
          {
            to: paths.closure(),
            icon: "clock" as const,
            title: m["sellers.closure.title"](),
            text: m["sellers.closure.link"](),
          },
        ]
      : []),
    ...(hasServices
      ? [
          {
            to: paths.portfolio(),
            icon: "star" as const,
            title: m["portfolio.title"](),
            text: m["portfolio.link"](),
          },
        ]
      : []),
    { to: paths.sellerDocuments(), icon: "document", title: m["documents.title"](), text: m["documents.link"]() },
    { to: paths.team(), icon: "person", title: m["sellers.team.title"](), text: m["sellers.team.link"]() },
    { to: paths.notices(), icon: "mail", title: m["accounts.notices.title"](), text: m["accounts.notices.link"]() },
  ];
  return (
    <ul className="grid gap-3 sm:grid-cols-2">
      {links.map(({ to, icon, title, text }) => (
        <li key={to}>
          <Link to={to} className="flex h-full gap-3 rounded border border-line bg-surface p-4 hover:border-ink">
            <Icon name={icon} className="mt-0.5 size-5 shrink-0 text-madder" />
            <span>
              <span className="block font-semibold">{title}</span>
              <span className="mt-1 block text-sm text-muted">{text}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
