import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { isSlot } from "~/modules/curation";
import { kindOfSlot, listCandidates, listDeskFeatures } from "~/modules/curation/index.server";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import { db } from "~/platform/db/db.server";
import { pageParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { forStaff } from "~/platform/http/openers.server";
import { CandidateSearch } from "~/ui/curation/candidate-search";
import { SLOT_NAMES } from "~/ui/curation/slot-names";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["curation.desk.pick"]());

export const loader = forStaff("curator", async ({ staff, url, lang }) => {
  const asked = url.searchParams.get("slot");
  const slot = orNotFound(isSlot(asked) ? asked : undefined);
  const text = url.searchParams.get("q")?.trim() ?? "";
  const page = pageParam(url);
  const [{ candidates, hasMore }, features] = await Promise.all([
    listCandidates(db, { kind: kindOfSlot(slot), text, locale: lang, page }),
    listDeskFeatures(db, lang, clock()),
  ]);
  const unfinished = features.filter((feature) => feature.slot === slot && feature.state !== "ended");
  const placed = new Set(unfinished.map(({ subjectId }) => subjectId));
  return {
    role: staff.role,
    slot,
    text,
    page,
    hasMore,
    candidates: candidates.map((one) => ({ ...one, isPlaced: placed.has(one.subjectId) })),
  };
});

export default function PickFeaturePage() {
  const { role, slot, text, page, hasMore, candidates } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  return (
    <StaffFrame role={role} here="features" isNarrow title={m["curation.desk.pick"]()} lead={SLOT_NAMES[slot]()}>
      <CandidateSearch
        text={text}
        fields={{ slot }}
        label={slot === "home_listing" ? m["curation.pick.labelListing"]() : m["curation.pick.label"]()}
        page={page}
        hasMore={hasMore}
        hrefOf={(number) => paths.pickFeature({ slot, q: text, page: number })}
        candidates={candidates}
        renderButton={({ subjectId, name }) => (
          <Link to={paths.placeFeature({ slot, subject: subjectId })} className={buttonStyle.secondary}>
            {m["curation.pick.choose"]()}
            <span className="sr-only"> {name}</span>
          </Link>
        )}
      />
      <p className="mt-6">
        <Link to={paths.curation()} className={linkStyle}>
          {m["curation.desk.back"]()}
        </Link>
      </p>
    </StaffFrame>
  );
}
