import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { LISTING_QUEUES } from "~/modules/catalog";
import { decidedPath } from "~/modules/catalog/index.server";
import {
  clearSpecies,
  clearSpeciesInput,
  clearSpeciesRefusalText,
  speciesFacts,
} from "~/modules/export-readiness/index.server";
import { findReview } from "~/modules/reviews/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { loadsAnew } from "~/platform/http/loads-anew";
import { forStaff } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { SpeciesPanel } from "~/ui/staff/species-panel";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["reviews.species.title"]());

export const loader = forStaff("reviewer", async ({ staff, params, paths, lang }) => {
  const itemId = uuidParam(params, "id");
  const item = await findReview(db, itemId);
  if (!item) throw redirectWith(orNotFound(await decidedPath(db, paths, itemId)));
  orNotFound(LISTING_QUEUES.find((own) => own === item.queue));
  return {
    role: staff.role,
    formKey: newFormKey(),
    itemId,
    queue: item.queue,
    subjectVersion: item.subjectVersion,
    isMine: item.claim?.userId === staff.userId,
    species: orNotFound(await speciesFacts(db, item.subjectId, lang)),
  };
});

export const action = forStaff("reviewer", async ({ staff, params, request, paths }) => {
  const form = await parseForm(request, clearSpeciesInput);
  if (!form.ok) return invalid(form);
  const itemId = uuidParam(params, "id");
  const cleared = await clearSpecies(db, staff, form.key, { itemId, ...form.value });
  if (!cleared.ok) return invalid(form, clearSpeciesRefusalText[cleared.refusal]());
  return redirectWith(paths.reviewListing(itemId));
});

/** Who was refused sees how the listing stands. */
export const shouldRevalidate = loadsAnew;

/** The form stands on the listing's page, too; here is what was refused. */
export default function ClearSpeciesPage() {
  const { role, formKey, itemId, queue, subjectVersion, isMine, species } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  return (
    <StaffFrame title={m["reviews.species.title"]()} role={role} here="desk" queue={queue}>
      <Link to={paths.reviewListing(itemId)} className={linkStyle}>
        {m["reviews.item.title"]()}
      </Link>
      <SpeciesPanel
        species={species}
        form={
          isMine || last
            ? { to: paths.clearSpecies(itemId), formKey, subjectVersion, last: last ?? undefined }
            : undefined
        }
      />
    </StaffFrame>
  );
}
