import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { deedRefusalFor, findOwnListing } from "~/modules/catalog/index.server";
import { previewChanges } from "~/modules/export-readiness/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { newFormKey } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { memberMay } from "~/platform/session/roles";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { DoneNotice, Notice } from "~/ui/primitives/notice";
import { ListingChanges } from "~/ui/readiness/listing-changes";
import { ListingAsked } from "~/ui/workspace/listing-asked";
import { ListingDeeds } from "~/ui/workspace/listing-deeds";
import { PAGE_NAMES } from "~/ui/workspace/listing-labels";
import { ListingState } from "~/ui/workspace/listing-state";
import { ListingTasks } from "~/ui/workspace/listing-tasks";
import { TextMeter } from "~/ui/workspace/text-meter";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  privateMeta(data?.listing.title ?? m["catalog.own.title"]());

export const loader = forSeller("editor", async ({ seller, params, url, lang }) => {
  const key = { sellerId: seller.sellerId, listingId: uuidParam(params, "id") };
  const done = url.searchParams.get("done");
  const { written, ...listing } = orNotFound(await findOwnListing(db, key));
  const mayManage = memberMay(seller.role, "manager");
  return {
    listing,
    changes: await previewChanges(db, { ...key, written, locale: lang, mayManage }),
    formKey: newFormKey(),
    refusal: deedRefusalFor(url.searchParams.get("refused")),
    done: done === "published" || done === "in-review" ? done : undefined,
  };
});

export default function OwnListingPage() {
  const { listing, changes, formKey, refusal, done } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { listingId, pages, status } = listing;
  const isPublic = status === "published" && listing.isShopApproved && listing.stops.length === 0;
  return (
    <WorkspaceFrame title={listing.title} lead={<ListingState listing={listing} />}>
      <div className="flex flex-col gap-6">
        {done ? (
          <DoneNotice>{done === "published" ? m["catalog.hub.published"]() : m["catalog.hub.sent"]()}</DoneNotice>
        ) : null}
        {refusal ? <Notice tone="warning">{refusal}</Notice> : null}
        {listing.asked ? <ListingAsked listingId={listingId} {...listing.asked} /> : null}
        {listing.isWaiting ? (
          <Notice tone="info">
            {status === "in_review"
              ? m["catalog.hub.waits"]()
              : isPublic
                ? m["catalog.hub.changesWaiting"]()
                : m["catalog.hub.changesWaitingUnseen"]()}
          </Notice>
        ) : null}
        {listing.isChanged && !listing.isWaiting ? <Notice tone="info">{m["catalog.hub.unpublished"]()}</Notice> : null}
        <ListingDeeds listing={listing} formKey={formKey} />
        <ListingChanges changes={changes} deeds={listing.deeds} />
        {isPublic ? (
          <p>
            <Link to={paths.listing(listing.slug)} className={linkStyle}>
              {m["catalog.hub.publicPage"]()}
            </Link>
          </p>
        ) : null}
        <nav aria-labelledby="parts-title">
          <h2 id="parts-title" className="text-lg">
            {m["catalog.hub.parts"]()}
          </h2>
          <ul className="mt-3 grid gap-2 sm:grid-cols-2">
            {pages.map((page) => (
              <li key={page}>
                <Link
                  to={paths.listingPart(listingId, page)}
                  className="flex min-h-12 items-center rounded border border-line bg-surface px-4 py-2 font-medium hover:border-ink"
                >
                  {PAGE_NAMES[page]()}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="grid gap-4 sm:grid-cols-3">
          {listing.texts.map((text) => (
            <TextMeter key={text.locale} {...text} />
          ))}
        </div>
        <ListingTasks listing={listing} />
      </div>
    </WorkspaceFrame>
  );
}
