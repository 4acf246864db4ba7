import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { m } from "~/paraglide/messages.js";
import type { StaffRole } from "~/platform/session/roles";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { staffPlaces, type StaffPlace } from "./staff-places";

type Props = {
  title: string;
  lead?: ReactNode;
  role: StaffRole;
  /** Undefined on the page that leads to all of them. */
  here: StaffPlace | undefined;
  /** The queue of the desk to which the menu leads back. */
  queue?: string;
  /** For forms and texts, which long lines make hard to read. */
  isNarrow?: boolean;
  children: ReactNode;
};

/** A page of the Federation's desk with the ways to those of its other pages that the reader's role may open. */
export function StaffFrame({ title, lead, role, here, queue, isNarrow = false, children }: Props) {
  const paths = useAllPaths();
  const places = staffPlaces(paths, role, queue);
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
      <div className={isNarrow ? "mt-6 max-w-3xl" : "mt-6"}>{children}</div>
    </div>
  );
}
