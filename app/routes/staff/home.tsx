import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { listMoneyWork } from "~/modules/payments/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { forStaff } from "~/platform/http/openers.server";
import { staffMay } from "~/platform/session/roles";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { StaffFrame } from "~/ui/staff/staff-frame";
import { staffPlaces, type StaffPlace } from "~/ui/staff/staff-places";

export const meta: MetaFunction = () => privateMeta(m["reviews.home.title"]());

export const loader = forStaff("any", async ({ staff }) => ({
  role: staff.role,
  work: staffMay(staff.role, "treasurer") ? await listMoneyWork(db) : undefined,
}));

/** Sentences on what waits, by the place where it is done. */
type Work = Readonly<Partial<Record<StaffPlace, readonly string[]>>>;

export default function StaffHomePage() {
  const { role, work } = useLoaderData<typeof loader>();
  const waiting: Work = work ?? {};
  const places = staffPlaces(useAllPaths(), role);
  return (
    <StaffFrame title={m["reviews.home.title"]()} role={role} here={undefined}>
      {places.length === 0 ? <p className="text-muted">{m["reviews.home.none"]()}</p> : null}
      <ul className="grid gap-3 sm:grid-cols-2">
        {places.map(({ place, to, label }) => (
          <li key={place} className="rounded border border-line bg-surface p-4">
            <Link to={to} className={`${linkStyle} font-medium`}>
              {label}
            </Link>
            {(waiting[place] ?? []).map((text) => (
              <p key={text} className="mt-1 text-sm">
                {text}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </StaffFrame>
  );
}
