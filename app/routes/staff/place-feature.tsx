import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { HOME_ROOM, isSlot } from "~/modules/curation";
import {
  featureRefusalText,
  isSlotFull,
  kindOfSlot,
  listCandidates,
  placeFeature,
  placeFeatureInput,
} from "~/modules/curation/index.server";
import { m } from "~/paraglide/messages.js";
import { minuteInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";
import { FeatureForm } from "~/ui/curation/feature-form";
import { SLOT_NAMES } from "~/ui/curation/slot-names";
import { privateMeta } from "~/ui/layouts/page-meta";
import { Notice } from "~/ui/primitives/notice";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["curation.desk.pick"]());

/** How long something is featured unless the curator says otherwise, in milliseconds. */
const USUAL_MS = 14 * 86_400_000;

/** What the address names. @throws 404 when it names nothing that could be featured */
function placeIn({ searchParams }: URL) {
  const asked = searchParams.get("slot");
  const slot = orNotFound(isSlot(asked) ? asked : undefined);
  return { slot, subjectId: uuidParam({ subject: searchParams.get("subject") ?? undefined }, "subject") };
}

export const loader = forStaff("curator", async ({ staff, url, lang }) => {
  const { slot, subjectId } = placeIn(url);
  const now = clock();
  const [found, isFull] = await Promise.all([
    listCandidates(db, { kind: kindOfSlot(slot), text: "", locale: lang, subjectId }),
    isSlotFull(db, slot, lang, now),
  ]);
  return {
    role: staff.role,
    formKey: newFormKey(),
    slot,
    name: orNotFound(found.candidates[0]).name,
    isFull,
    stored: { startsAt: minuteInBaku(now), endsAt: minuteInBaku(new Date(now.getTime() + USUAL_MS)) },
  };
});

export const action = forStaff("curator", async ({ staff, url, request, paths }) => {
  const form = await parseForm(request, placeFeatureInput);
  if (!form.ok) return invalid(form);

  const placed = await placeFeature(db, staff, form.key, { ...placeIn(url), ...form.value });
  if (!placed.ok) return invalid(form, featureRefusalText[placed.refusal]());

  return redirectWith(paths.curation({ placed: placed.value.featureId }));
});

export default function PlaceFeaturePage() {
  const { role, formKey, slot, name, isFull, stored } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return (
    <StaffFrame role={role} here="features" isNarrow title={name} lead={SLOT_NAMES[slot]()}>
      {isFull ? (
        <div className="mb-5">
          <Notice tone="warning">{m["curation.pick.full"]({ room: HOME_ROOM[slot] })}</Notice>
        </div>
      ) : null}
      <FeatureForm id="place-feature" formKey={formKey} last={last} stored={stored} />
    </StaffFrame>
  );
}
