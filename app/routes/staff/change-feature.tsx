import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  changeFeature,
  changeFeatureInput,
  featureRefusalText,
  findDeskFeature,
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

export const meta: MetaFunction = () => privateMeta(m["curation.desk.change"]());

export const loader = forStaff("curator", async ({ staff, params, lang }) => {
  const key = { featureId: uuidParam(params, "id"), locale: lang };
  const { slot, name, state, version, startsAt, endsAt, reason } = orNotFound(await findDeskFeature(db, key, clock()));
  return {
    role: staff.role,
    formKey: newFormKey(),
    slot,
    name,
    state,
    version,
    stored: { startsAt: minuteInBaku(startsAt), endsAt: minuteInBaku(endsAt), reason },
  };
});

export const action = forStaff("curator", async ({ staff, params, request, paths }) => {
  const featureId = uuidParam(params, "id");
  const form = await parseForm(request, changeFeatureInput);
  if (!form.ok) return invalid(form);

  const changed = await changeFeature(db, staff, form.key, { featureId, ...form.value });
  if (!changed.ok) return invalid(form, featureRefusalText[changed.refusal]());

  return redirectWith(paths.curation());
});

export default function ChangeFeaturePage() {
  const { role, formKey, slot, name, state, version, stored } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return (
    <StaffFrame role={role} here="features" isNarrow title={name} lead={SLOT_NAMES[slot]()}>
      {state === "coming" ? (
        <FeatureForm id={`change-feature-${version}`} formKey={formKey} last={last} stored={stored} version={version} />
      ) : (
        <Notice tone="info">{m["curation.refusal.alreadyStarted"]()}</Notice>
      )}
    </StaffFrame>
  );
}
