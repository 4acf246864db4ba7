import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { CONFIRM_REFUSAL_TEXTS } from "~/modules/export-readiness";
import { openSellerReadiness } from "~/modules/export-readiness/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { newFormKey } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { DoneNotice, Notice } from "~/ui/primitives/notice";
import { DimensionList } from "~/ui/readiness/dimension-list";
import { ScoreChart } from "~/ui/readiness/score-chart";
import { DeclarationList } from "~/ui/staff/readiness/declaration-list";
import { ReadinessSum } from "~/ui/staff/readiness/readiness-sum";
import { StaffRules } from "~/ui/staff/readiness/staff-rules";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  privateMeta(data?.seller.name ?? m["staffReadiness.title"]());

/** Each button is a form of its own, so that one of them pressed twice is not taken for another. */
const keyed = <One extends object>(one: One) => ({ ...one, formKey: newFormKey() });

export const loader = forStaff("reviewer", async ({ staff, params, lang, url }) => {
  const sellerId = uuidParam(params, "id");
  const seller = orNotFound(await openSellerReadiness(db, staff, { sellerId, locale: lang }));
  const asked = url.searchParams.get("refused") ?? "";
  const refusal = Object.entries(CONFIRM_REFUSAL_TEXTS).find(([name]) => name === asked);
  return {
    role: staff.role,
    done: url.searchParams.get("done"),
    refusal: refusal?.[1](),
    seller: {
      ...seller,
      apart: seller.apart && CONFIRM_REFUSAL_TEXTS[seller.apart](),
      declarations: seller.declarations.map(keyed),
      markets: seller.markets.map(({ rules, ...market }) => ({ ...market, rules: rules.map(keyed) })),
    },
  };
});

export default function SellerReadinessPage() {
  const { role, done, refusal, seller } = useLoaderData<typeof loader>();
  const { sellerId, name, apart, page, declarations, targetMarkets, markets } = seller;
  const paths = useAllPaths();
  const mayConfirm = apart === undefined;
  return (
    <StaffFrame
      title={name}
      lead={
        <span className="flex flex-wrap gap-x-6 gap-y-1">
          <Link to={paths.readinessOverview()} className={linkStyle}>
            {m["staffReadiness.title"]()}
          </Link>
          <Link to={paths.staffSeller(sellerId)} className={linkStyle}>
            {m["reviews.sellers.one"]()}
          </Link>
        </span>
      }
      role={role}
      here="readiness"
    >
      {done === "confirm" ? <DoneNotice>{m["staffReadiness.doneConfirm"]()}</DoneNotice> : null}
      {done === "take-back" ? <DoneNotice>{m["staffReadiness.doneTakeBack"]()}</DoneNotice> : null}
      <div className="flex flex-col gap-8">
        {refusal ? <Notice tone="error">{refusal}</Notice> : null}
        {apart ? <Notice tone="warning">{apart}</Notice> : null}
        <ReadinessSum page={page} />
        <section aria-labelledby="declarations-title">
          <h2 id="declarations-title" className="text-xl">
            {m["staffReadiness.declarations.title"]()}
          </h2>
          <p className="measure mt-1 mb-3 text-muted">{m["staffReadiness.declarations.lead"]()}</p>
          <DeclarationList
            sellerId={sellerId}
            declarations={declarations}
            targetMarkets={targetMarkets}
            mayConfirm={mayConfirm}
          />
        </section>
        <section aria-labelledby="rules-title">
          <h2 id="rules-title" className="text-xl">
            {m["staffReadiness.rules.title"]()}
          </h2>
          <p className="measure mt-1 mb-3 text-muted">
            {markets.length === 0 ? m["staffReadiness.rules.none"]() : m["staffReadiness.rules.lead"]()}
          </p>
          <StaffRules sellerId={sellerId} markets={markets} mayConfirm={mayConfirm} />
        </section>
        <section aria-labelledby="history-title">
          <h2 id="history-title" className="mb-3 text-xl">
            {m["staffReadiness.history"]()}
          </h2>
          <ScoreChart history={page.history} gates={page.ladder.map((level) => level.minimumScore).filter(Boolean)} />
        </section>
        <section aria-labelledby="criteria-title">
          <h2 id="criteria-title" className="text-xl">
            {m["readiness.own.criteria"]()}
          </h2>
          <DimensionList dimensions={page.dimensions} />
        </section>
      </div>
    </StaffFrame>
  );
}
