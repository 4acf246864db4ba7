import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  listingPartOf,
  openListingPart,
  pageAfter,
  partChoices,
  partForms,
  saveListingPart,
  saveRefusalText,
} from "~/modules/catalog/index.server";
import { findHsCodes, usualHsCodes } from "~/modules/search/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { newFormKey, parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import type { Locale } from "~/platform/i18n/locales";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { DoneNotice, Notice } from "~/ui/primitives/notice";
import { LeavingNote } from "~/ui/workspace/leaving-note";
import { ListingFrame } from "~/ui/workspace/listing-frame";
import { PartForm } from "~/ui/workspace/part-form";

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  privateMeta(page?.title ?? m["catalog.own.title"]());

export const loader = forSeller("editor", async ({ seller, params, lang, url }) => {
  const listingId = uuidParam(params, "id");
  const part = orNotFound(listingPartOf(params.part));
  const { sellerId } = seller;
  const opened = orNotFound(await openListingPart(db, { sellerId, listingId }, part));
  return {
    ...opened,
    part,
    listingId,
    formKey: newFormKey(),
    isCopy: url.searchParams.has("copied"),
    choices: await partChoices(db, part, opened, lang),
    hsCodes: part === "export" ? await hsCodesFor(opened.categoryId, opened.values.hsCode, lang) : undefined,
  };
});

async function hsCodesFor(categoryId: string, stored: unknown, locale: Locale) {
  const [usual, found] = await Promise.all([
    usualHsCodes(db, categoryId, locale),
    typeof stored === "string" && stored !== "" ? findHsCodes(db, stored, { locale, categoryId }) : [],
  ]);
  return { categoryId, usual, chosen: found.find(({ code }) => code === stored) };
}

export const action = forSeller("editor", async ({ seller, params, request, paths }) => {
  const listingId = uuidParam(params, "id");
  const part = orNotFound(listingPartOf(params.part));
  const form = await parseForm(request, partForms[part]);
  if (!form.ok) return data({ last: form.answer(), conflict: undefined }, { status: 422 });

  const { base, ...input } = form.value;
  const saved = await saveListingPart(db, seller, form.key, {
    listingId,
    part,
    base,
    input: input,
  });
  const { sellerId } = seller;
  const now = orNotFound(await openListingPart(db, { sellerId, listingId }, part));
  if (!saved.ok) {
    const conflict = saved.refusal === "changed-elsewhere" ? { base: now.base, values: now.values } : undefined;
    return data({ last: form.answer(saveRefusalText[saved.refusal]()), conflict }, { status: 422 });
  }

  const next = pageAfter(now.kind, part);
  return redirectWith(next ? paths.listingPart(listingId, next) : paths.ownListing(listingId));
});

export default function ListingPartPage() {
  const {
    part,
    listingId,
    title,
    kind,
    pages,
    canEdit,
    values,
    base,
    original,
    restrictions,
    formKey,
    choices,
    hsCodes,
    isCopy,
  } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const paths = useAllPaths();
  return (
    <ListingFrame listingId={listingId} title={title} pages={pages} current={part}>
      {isCopy ? <DoneNotice>{m["catalog.copied"]()}</DoneNotice> : null}
      {part === "export" ? <LeavingNote listingId={listingId} restrictions={restrictions} /> : null}
      {canEdit ? (
        <PartForm
          key={part}
          part={part}
          listingId={listingId}
          kind={kind}
          formKey={formKey}
          base={base}
          stored={values}
          choices={choices}
          hsCodes={hsCodes}
          original={original}
          last={answer?.last}
          conflict={answer?.conflict}
          // Stock is seen as it is written, and a new row would be saved twice before it has an id.
          autosavePath={part === "stock" ? undefined : paths.autosaveListing(listingId, part)}
        />
      ) : (
        <Notice tone="info">{m["catalog.refusal.notEditable"]()}</Notice>
      )}
    </ListingFrame>
  );
}
