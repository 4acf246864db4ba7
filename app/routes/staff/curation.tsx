import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { SLOTS, spanOn } from "~/modules/curation";
import { curationRefusalFor, listDeskFeatures } from "~/modules/curation/index.server";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import { db } from "~/platform/db/db.server";
import { newFormKey } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { SLOT_NAMES } from "~/ui/curation/slot-names";
import { PlacedNotice } from "~/ui/curation/placed-notice";
import { SlotSection } from "~/ui/curation/slot-section";
import { privateMeta } from "~/ui/layouts/page-meta";
import { usePaths } from "~/ui/layouts/site";
import { linkStyle } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["curation.desk.title"]());

const DAY_MS = 86_400_000;
/** The drawn line, in days: what lies behind and ahead of now. */
const [BEHIND, AHEAD, BETWEEN_TICKS] = [7, 35, 14];

export const loader = forStaff("curator", async ({ staff, lang, url }) => {
  const now = clock();
  const dayAt = (days: number) => new Date(now.getTime() + days * DAY_MS);
  const line = { startsAt: dayAt(-BEHIND), endsAt: dayAt(AHEAD) };
  const moment = dateFormat(lang, { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Baku" });
  const day = dateFormat(lang, { day: "numeric", month: "short", timeZone: "Asia/Baku" });
  const features = await listDeskFeatures(db, lang, now);
  const percent = (days: number) => ((days + BEHIND) / (BEHIND + AHEAD)) * 100;
  return {
    role: staff.role,
    now: percent(0),
    ticks: [0, BETWEEN_TICKS, 2 * BETWEEN_TICKS].map((days) => ({ at: percent(days), label: day.format(dayAt(days)) })),
    refusal: curationRefusalFor(url.searchParams.get("refused")),
    placed: features.find(({ featureId }) => featureId === url.searchParams.get("placed")),
    features: features.map(({ startsAt, endsAt, version: _version, ...feature }) => ({
      ...feature,
      keys: { up: newFormKey(), down: newFormKey(), end: newFormKey() },
      from: moment.format(startsAt),
      to: moment.format(endsAt),
      span: spanOn(line, { startsAt, endsAt }),
    })),
  };
});

export default function CurationPage() {
  const { role, features, ticks, now, refusal, placed } = useLoaderData<typeof loader>();
  const paths = usePaths();
  const ended = features.filter(({ state }) => state === "ended");
  return (
    <StaffFrame
      role={role}
      here="features"
      isNarrow
      title={m["curation.desk.title"]()}
      lead={m["curation.desk.lead"]()}
    >
      <PlacedNotice placed={placed} />
      {refusal ? <Notice tone="warning">{refusal}</Notice> : null}
      <p>
        <Link to={paths.home()} className={linkStyle}>
          {m["curation.desk.home"]()}
        </Link>
      </p>
      {SLOTS.map((slot) => (
        <SlotSection
          key={slot}
          slot={slot}
          features={features.filter((feature) => feature.slot === slot && feature.state !== "ended")}
          ticks={ticks}
          now={now}
        />
      ))}
      {ended.length > 0 ? (
        <section aria-labelledby="ended" className="mt-10">
          <h2 id="ended" className="text-xl">
            {m["curation.desk.ended"]()}
          </h2>
          <ul className="mt-3 divide-y divide-line">
            {ended.map(({ featureId, slot, name, reason, from, to }) => (
              <li key={featureId} className="py-3">
                <p className="font-semibold">{name}</p>
                <p className="text-sm text-muted">
                  {SLOT_NAMES[slot]()} · {from} – {to} · {reason}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </StaffFrame>
  );
}
