import { data, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { MOST_PICTURES } from "~/modules/catalog";
import { bringForm, openListingPictures, picturesRefusalFor } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { files } from "~/platform/files/files.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { newFormKey } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { isUuid } from "~/platform/uuid";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle } from "~/ui/primitives/button";
import { EmptyState } from "~/ui/primitives/empty-state";
import { Notice } from "~/ui/primitives/notice";
import { PAGE_NAMES } from "~/ui/workspace/listing-labels";
import { ListingFrame } from "~/ui/workspace/listing-frame";
import { PictureList } from "~/ui/workspace/picture-list";
import { PictureUploader } from "~/ui/workspace/picture-uploader";
import { PlainResultsNotice } from "~/ui/workspace/plain-results";

export const meta: MetaFunction = () => privateMeta(m["catalog.pictures.title"]());

export const loader = forSeller("editor", async ({ seller, params, url, lang }) => {
  const key = { listingId: uuidParam(params, "id"), sellerId: seller.sellerId };
  const removed = url.searchParams.get("removed");
  return {
    ...orNotFound(await openListingPictures(db, key, lang)),
    formKey: newFormKey(),
    removed: isUuid(removed) ? removed : undefined,
    refusal: picturesRefusalFor(url.searchParams.get("refused")),
  };
});

/** Takes in the pictures of a browser without scripts; with them they come in parts by `uploads`. */
export const action = forSeller("editor", async ({ seller, params, request, paths, lang }) => {
  const listingId = uuidParam(params, "id");
  orNotFound(await openListingPictures(db, { listingId, sellerId: seller.sellerId }, lang));
  const brought = await bringForm(db, files(), seller, request, { listingId });
  if (brought.refused.length > 0) return data(brought, { status: 422 });

  return redirectWith(paths.listingPictures(listingId));
});

export default function ListingPicturesPage() {
  const { listingId, title, pages, next, isEditable, pictures, variants, formKey, removed, refusal } =
    useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  const left = MOST_PICTURES - pictures.length;
  return (
    <ListingFrame listingId={listingId} title={title} pages={pages} current="pictures">
      <div className="flex flex-col gap-6">
        {last && "refused" in last ? <PlainResultsNotice {...last} /> : null}
        {last && "error" in last ? <Notice tone="error">{m["site.signedOut"]()}</Notice> : null}
        {refusal ? <Notice tone="warning">{refusal}</Notice> : null}
        {removed && isEditable ? (
          <Notice tone="info" icon="check">
            <Form
              method="post"
              action={paths.restoreListingPicture(listingId, removed)}
              replace
              preventScrollReset
              className="flex flex-wrap items-center gap-x-3"
            >
              <input type="hidden" name="formKey" value={formKey} />
              {m["catalog.pictures.removed"]()}
              <button type="submit" className={buttonStyle.quiet}>
                {m["catalog.pictures.undo"]()}
              </button>
            </Form>
          </Notice>
        ) : null}
        {!isEditable ? <Notice tone="info">{m["catalog.pictures.refusal.notEditable"]()}</Notice> : null}
        {isEditable && left > 0 ? (
          <PictureUploader
            purpose="listing-picture"
            listingId={listingId}
            formKey={formKey}
            action={paths.listingPictures(listingId)}
            most={left}
            label={m["catalog.pictures.choose"]()}
            hint={m["catalog.pictures.hint"]()}
          />
        ) : null}
        {isEditable && left <= 0 ? (
          <Notice tone="info">{m["catalog.pictures.refusal.tooMany"]({ most: MOST_PICTURES })}</Notice>
        ) : null}
        {pictures.length === 0 ? (
          <EmptyState title={m["catalog.pictures.none"]()}>
            <p>{m["catalog.pictures.noneText"]()}</p>
          </EmptyState>
        ) : (
          <section>
            <h2 className="text-lg">{m["catalog.pictures.count"]({ count: pictures.length, most: MOST_PICTURES })}</h2>
            {isEditable && pictures.length > 1 ? (
              <p className="mt-1 text-sm text-muted">{m["catalog.pictures.orderHint"]()}</p>
            ) : null}
            <div className="mt-4">
              <PictureList
                listingId={listingId}
                formKey={formKey}
                isEditable={isEditable}
                pictures={pictures}
                variants={variants}
              />
            </div>
          </section>
        )}
        {next ? (
          <p>
            <Link to={paths.listingPart(listingId, next)} className={buttonStyle.secondary}>
              {m["catalog.pictures.goOn"]({ page: PAGE_NAMES[next]() })}
            </Link>
          </p>
        ) : null}
      </div>
    </ListingFrame>
  );
}
