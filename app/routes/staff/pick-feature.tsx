import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { isSlot } from "~/modules/curation";
import { kindOfSlot, listCandidates } from "~/modules/curation/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { forStaff, orNotFound } from "~/platform/http/openers.server";
import { CandidateSearch } from "~/ui/curation/candidate-search";
import { SLOT_NAMES } from "~/ui/curation/slot-names";
import { privateMeta } from "~/ui/layouts/page-meta";
import { usePaths } from "~/ui/layouts/site";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["curation.desk.pick"]());

export const loader = forStaff("curator", async ({ staff, url, lang }) => {
  const asked = url.searchParams.get("slot");
  const slot = orNotFound(isSlot(asked) ? asked : undefined);
  const text = url.searchParams.get("q")?.trim() ?? "";
  const candidates = await listCandidates(db, { kind: kindOfSlot(slot), text, locale: lang });
  return { role: staff.role, slot, text, candidates };
});

export default function PickFeaturePage() {
  const { role, slot, text, candidates } = useLoaderData<typeof loader>();
  const paths = usePaths();
  return (
    <StaffFrame role={role} here="features" isNarrow title={m["curation.desk.pick"]()} lead={SLOT_NAMES[slot]()}>
      <CandidateSearch
        text={text}
        fields={{ slot }}
        label={m["curation.pick.label"]()}
        candidates={candidates}
        renderButton={({ subjectId, name }) => (
          <Link to={paths.placeFeature({ slot, subject: subjectId })} className={buttonStyle.secondary}>
            {m["curation.pick.feature"]()}
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
