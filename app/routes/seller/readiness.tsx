import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { openReadiness } from "~/modules/export-readiness/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { forSeller } from "~/platform/http/openers.server";
import { memberMay } from "~/platform/session/roles";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle } from "~/ui/primitives/button";
import { DimensionList } from "~/ui/readiness/dimension-list";
import { LevelLadder } from "~/ui/readiness/level-ladder";
import { NextSteps } from "~/ui/readiness/next-steps";
import { ScoreChart } from "~/ui/readiness/score-chart";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["readiness.title"]());

export const loader = forSeller("editor", async ({ seller: { sellerId, role }, lang }) => {
  const mayManage = memberMay(role, "manager");
  return { readiness: orNotFound(await openReadiness(db, { sellerId, locale: lang, mayManage })), mayManage };
});

export default function ReadinessPage() {
  const { readiness, mayManage } = useLoaderData<typeof loader>();
  const { score, level, next, ladder, steps, gateCount, isScoreShort, dimensions, history } = readiness;
  const paths = useAllPaths();
  const links = [
    { href: paths.sellerPapers(), label: m["evidence.title"]() },
    { href: paths.sellerDocuments(), label: m["documents.title"]() },
    ...(mayManage
      ? [
          { href: paths.ownMarkets(), label: m["readiness.markets"]() },
          { href: paths.exportProfile(), label: m["readiness.profile.title"]() },
        ]
      : []),
  ];
  return (
    <WorkspaceFrame isWide title={m["readiness.title"]()} lead={m["readiness.own.lead"]()}>
      <div className="flex flex-col gap-8">
        <p className="text-lg">
          {m["readiness.own.sum"]({ level: level?.label ?? "", score })}{" "}
          {next && gateCount > 0 ? m["readiness.own.gates"]({ level: next.label, count: gateCount }) : null}
          {next && isScoreShort
            ? ` ${m["readiness.own.scoreShort"]({ level: next.label, score: next.minimumScore })}`
            : null}
        </p>
        <LevelLadder ladder={ladder} />
        <section aria-labelledby="steps-title">
          <h2 id="steps-title" className="mb-3 text-xl">
            {m["readiness.own.steps"]()}
          </h2>
          <NextSteps steps={steps} />
        </section>
        <p className="flex flex-wrap gap-3">
          {links.map(({ href, label }) => (
            <Link key={href} to={href} className={buttonStyle.secondary}>
              {label}
            </Link>
          ))}
        </p>
        <section aria-labelledby="history-title">
          <h2 id="history-title" className="mb-3 text-xl">
            {m["readiness.own.history"]()}
          </h2>
          <ScoreChart history={history} gates={ladder.map(({ minimumScore }) => minimumScore).filter(Boolean)} />
        </section>
        <div>
          <h2 className="text-xl">{m["readiness.own.criteria"]()}</h2>
          <p className="mt-1 text-muted">{m["readiness.own.criteriaLead"]()}</p>
          <DimensionList dimensions={dimensions} />
        </div>
      </div>
    </WorkspaceFrame>
  );
}
