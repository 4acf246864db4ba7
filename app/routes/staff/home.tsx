import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { forStaff } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { usePaths } from "~/ui/layouts/site";
import { linkStyle } from "~/ui/primitives/button";
import { StaffFrame } from "~/ui/staff/staff-frame";
import { staffPlaces } from "~/ui/staff/staff-places";

export const meta: MetaFunction = () => privateMeta(m["reviews.home.title"]());

export const loader = forStaff("any", ({ staff }) => Promise.resolve({ role: staff.role }));

export default function StaffHomePage() {
  const { role } = useLoaderData<typeof loader>();
  const places = staffPlaces(usePaths(), role);
  return (
    <StaffFrame title={m["reviews.home.title"]()} role={role} here={undefined}>
      {places.length === 0 ? <p className="text-muted">{m["reviews.home.none"]()}</p> : null}
      <ul className="grid gap-3 sm:grid-cols-2">
        {places.map(({ place, to, label }) => (
          <li key={place} className="rounded border border-line bg-surface p-4">
            <Link to={to} className={`${linkStyle} font-medium`}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </StaffFrame>
  );
}
