import { NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";

type Props = {
  title: string;
  lead?: ReactNode;
  /** For cards; forms and sentences are read better in a narrow column. */
  isWide?: boolean;
  children: ReactNode;
};

/** The person's own pages: where one is on the left, on a phone above. */
export function AccountFrame({ title, lead, isWide = false, children }: Props) {
  const paths = useAllPaths();
  const entries = [
    { to: paths.account(), label: m["accounts.menu.overview"](), end: true },
    { to: paths.orders(), label: m["orders.list.title"](), end: false },
    { to: paths.inquiries(), label: m["inquiries.inbox.title"](), end: false },
    { to: paths.saved(), label: m["accounts.menu.saved"](), end: false },
    { to: paths.profile(), label: m["accounts.menu.profile"](), end: false },
    { to: paths.addresses(), label: m["accounts.menu.addresses"](), end: false },
    { to: paths.notices(), label: m["accounts.menu.notices"](), end: false },
    { to: paths.security(), label: m["accounts.menu.security"](), end: false },
    { to: paths.personalData(), label: m["accounts.menu.data"](), end: false },
  ];
  return (
    <div className="grid gap-x-10 gap-y-4 py-8 md:grid-cols-[13rem_minmax(0,1fr)]">
      <nav aria-label={m["accounts.menu.label"]()}>
        <ul className="flex flex-wrap md:flex-col">
          {entries.map(({ to, label, end }) => (
            <li key={to}>
              <NavLink
                to={to}
                end={end}
                className="flex min-h-11 items-center whitespace-nowrap rounded px-3 text-sm font-medium hover:underline aria-[current]:bg-indigo-wash aria-[current]:font-semibold"
              >
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className={`min-w-0 ${isWide ? "" : "max-w-2xl"}`}>
        <h1 className="text-2xl">{title}</h1>
        {lead ? <p className="mt-2 text-muted">{lead}</p> : null}
        <div className="mt-6">{children}</div>
      </div>
    </div>
  );
}
