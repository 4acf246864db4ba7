import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { m } from "~/paraglide/messages.js";
import type { StaffRole } from "~/platform/session/roles";
import { usePaths } from "~/ui/layouts/site";

type Place = "desk" | "sellers" | "shops" | "audit";

type Props = { title: string; lead?: ReactNode; role: StaffRole; here: Place; children: ReactNode };

/** A page of the Federation's desk with the ways to its other pages. */
export function StaffFrame({ title, lead, role, here, children }: Props) {
  const paths = usePaths();
  const places: { place: Place; to: string; label: string }[] = [
    { place: "desk", to: paths.desk(), label: m["reviews.desk.title"]() },
    { place: "sellers", to: paths.staffSellers(), label: m["reviews.sellers.title"]() },
    { place: "shops", to: paths.shopsInCare(), label: m["sellers.handover.list.title"]() },
    ...(role === "admin" ? [{ place: "audit" as const, to: paths.auditLog(), label: m["reviews.audit.title"]() }] : []),
  ];
  return (
    <div className="mx-auto max-w-5xl py-8">
      <nav aria-label={m["reviews.desk.places"]()}>
        <ul className="-mx-3 flex flex-wrap">
          {places.map(({ place, to, label }) => (
            <li key={place}>
              <Link
                to={to}
                aria-current={place === here ? "page" : undefined}
                className="inline-flex min-h-11 items-center px-3 text-sm text-muted underline-offset-8 hover:underline aria-[current]:font-semibold aria-[current]:text-ink"
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <h1 className="mt-3 text-2xl">{title}</h1>
      {lead ? <div className="measure mt-2 text-muted">{lead}</div> : null}
      <div className="mt-6">{children}</div>
    </div>
  );
}
