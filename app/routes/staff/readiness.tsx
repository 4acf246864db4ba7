import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import {
  openReadinessOverview,
  readinessChoices,
  readReadinessQuestion,
} from "~/modules/export-readiness/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { forStaff } from "~/platform/http/openers.server";
import { staffMay } from "~/platform/session/roles";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { EmptyState } from "~/ui/primitives/empty-state";
import { LevelBars, LevelLegend } from "~/ui/staff/readiness/level-bars";
import { OverviewNumbers } from "~/ui/staff/readiness/overview-numbers";
import { queryOf, ReadinessFilter } from "~/ui/staff/readiness/readiness-filter";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["staffReadiness.title"]());

export const loader = forStaff("reviewer", async ({ staff, lang, url }) => {
  const question = readReadinessQuestion(url.searchParams);
  const [overview, choices] = await Promise.all([
    openReadinessOverview(db, question, lang),
    readinessChoices(db, lang),
  ]);
  return { role: staff.role, question, choices, overview };
});

export default function ReadinessOverviewPage() {
  const { role, question, choices, overview } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const query = queryOf(question);
  return (
    <StaffFrame
      title={m["staffReadiness.title"]()}
      lead={m["staffReadiness.overview.lead"]()}
      role={role}
      here="readiness"
    >
      {staffMay(role, "admin") ? (
        <p className="mb-4">
          <Link to={paths.criteria()} className={linkStyle}>
            {m["staffReadiness.criteria.title"]()}
          </Link>
        </p>
      ) : null}
      <ReadinessFilter question={question} choices={choices} />
      <OverviewNumbers query={query} numbers={overview} />
      <section aria-labelledby="levels-title" className="mt-10">
        <h2 id="levels-title" className="text-xl">
          {m["staffReadiness.levels.title"]({ count: overview.total })}
        </h2>
        {overview.total === 0 ? (
          <div className="mt-3">
            <EmptyState title={m["staffReadiness.none"]()}>{m["staffReadiness.noneText"]()}</EmptyState>
          </div>
        ) : (
          <>
            <div className="mt-3">
              <LevelLegend counts={overview.levels} />
            </div>
            <div className="mt-6 grid gap-10 lg:grid-cols-2">
              <LevelBars
                title={m["staffReadiness.levels.byRegion"]()}
                bars={overview.regions}
                hrefOf={(region) => paths.readinessOverview({ ...query, region })}
              />
              <LevelBars
                title={m["staffReadiness.levels.byCraft"]()}
                bars={overview.crafts}
                hrefOf={(craft) => paths.readinessOverview({ ...query, craft })}
              />
            </div>
          </>
        )}
      </section>
    </StaffFrame>
  );
}
