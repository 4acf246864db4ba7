import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { LISTING_QUEUES } from "~/modules/catalog";
import {
  decideListing,
  decideListingInput,
  decidedPath,
  findListingForReview,
  listingDecisionText,
  readerFor,
} from "~/modules/catalog/index.server";
import { speciesFacts } from "~/modules/export-readiness/index.server";
import { findReview } from "~/modules/reviews/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { loadsAnew } from "~/platform/http/loads-anew";
import { forStaff } from "~/platform/http/openers.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { DecideItem } from "~/ui/staff/decide-item";
import { listingJudged } from "~/ui/staff/judged-fields";
import { AfterItem, HoldItem } from "~/ui/staff/hold-item";
import { itemKeys, Keyboard } from "~/ui/staff/keyboard";
import { ListingSheet } from "~/ui/staff/listing-sheet";
import { SpeciesPanel } from "~/ui/staff/species-panel";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["reviews.item.title"]());

export const loader = forStaff("reviewer", async ({ staff, params, paths, url, lang }) => {
  const itemId = uuidParam(params, "id");
  const item = await findReview(db, itemId);
  if (!item) throw redirectWith(orNotFound(await decidedPath(db, paths, itemId)));
  const queue = orNotFound(LISTING_QUEUES.find((own) => own === item.queue));
  const reader = await readerFor(db, url);
  const listing = orNotFound(await findListingForReview(db, { listingId: item.subjectId, queue }, reader));
  const species = await speciesFacts(db, item.subjectId, lang);
  const isMine = item.claim?.userId === staff.userId;
  const moment = dateFormat(lang, { timeStyle: "short", timeZone: "Asia/Baku" });
  return {
    role: staff.role,
    formKey: newFormKey(),
    itemId,
    queue: item.queue,
    subjectVersion: item.subjectVersion,
    listing,
    species,
    isMine,
    heldBy: item.claim && !isMine ? item.claim.name : undefined,
    until: item.claim && isMine ? moment.format(item.claim.until) : undefined,
  };
});

export const action = forStaff("reviewer", async ({ staff, params, request, paths }) => {
  const form = await parseForm(request, decideListingInput);
  if (!form.ok) return invalid(form);
  const itemId = uuidParam(params, "id");

  const decided = await decideListing(db, staff, form.key, { itemId, ...form.value });
  if (!decided.ok) return invalid(form, listingDecisionText[decided.refusal]());

  return redirectWith(paths.desk({ queue: decided.value.queue, decided: itemId }));
});

/** Who was refused sees who holds the item, and by when. */
export const shouldRevalidate = loadsAnew;

export default function ReviewListingPage() {
  const { role, formKey, itemId, queue, subjectVersion, listing, species, isMine, heldBy, until } =
    useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  return (
    <StaffFrame
      title={listing.title}
      lead={until ? m["reviews.item.yoursUntil"]({ when: until }) : undefined}
      role={role}
      here="desk"
      queue={queue}
    >
      <p className="mb-6 flex flex-wrap gap-x-6 gap-y-2">
        <Link to={paths.staffSeller(listing.seller.sellerId)} className={linkStyle}>
          {listing.seller.name}
        </Link>
        {listing.isPublished ? (
          <Link to={paths.listing(listing.slug)} className={linkStyle}>
            {m["reviews.report.publicPage"]()}
          </Link>
        ) : null}
      </p>
      <ListingSheet {...listing} />
      {species ? (
        <SpeciesPanel
          species={species}
          form={isMine ? { to: paths.clearSpecies(itemId), formKey, subjectVersion, last: undefined } : undefined}
        />
      ) : null}
      <div className="mt-8 flex flex-col gap-6">
        {isMine ? null : <HoldItem itemId={itemId} heldBy={heldBy} />}
        {/* Whoever lost the item while she wrote keeps what she wrote. */}
        {isMine || last ? (
          <DecideItem last={last} formKey={formKey} subjectVersion={subjectVersion} judged={listingJudged()} />
        ) : null}
      </div>
      <AfterItem itemId={itemId} queue={queue} isMine={isMine} />
      <Keyboard keys={itemKeys({ isMine, mayClaim: heldBy === undefined })} />
    </StaffFrame>
  );
}
