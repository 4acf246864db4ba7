import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import {
  curationRefusalFor,
  findDeskCollection,
  findLastEditor,
  listCandidates,
} from "~/modules/curation/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { pageParam, uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { newFormKey } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";
import { LOCALES } from "~/platform/i18n/locales";
import { CandidateSearch } from "~/ui/curation/candidate-search";
import { EntryList } from "~/ui/curation/entry-list";
import { COLLECTION_STATUS_NAMES } from "~/ui/curation/slot-names";
import { TextList } from "~/ui/curation/text-list";
import { PressForm } from "~/ui/forms/press-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Badge } from "~/ui/primitives/badge";
import { linkStyle } from "~/ui/primitives/button";
import { RefusedNotice } from "~/ui/primitives/refused-notice";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["curation.desk.collections"]());

export const loader = forStaff("curator", async ({ staff, params, url, lang }) => {
  const key = { collectionId: uuidParam(params, "id"), locale: lang };
  const { entries, ...collection } = orNotFound(await findDeskCollection(db, key));
  const kind = url.searchParams.get("kind") === "seller" ? ("seller" as const) : ("listing" as const);
  const text = url.searchParams.get("q")?.trim() ?? "";
  const pageNumber = pageParam(url);
  const refused = url.searchParams.get("refused");
  const [{ candidates, hasMore }, changedBy] = await Promise.all([
    listCandidates(db, { kind, text, locale: lang, page: pageNumber }),
    refused === "changed-elsewhere" ? findLastEditor(db, staff, key.collectionId) : undefined,
  ]);
  const chosen = new Set(entries.map(({ subjectId }) => subjectId));
  return {
    ...collection,
    role: staff.role,
    formKey: newFormKey(),
    refusal: curationRefusalFor(refused),
    changedBy,
    entries: entries.map((entry) => ({
      ...entry,
      keys: { up: newFormKey(), down: newFormKey(), remove: newFormKey(), cover: newFormKey() },
    })),
    search: { kind, text, page: pageNumber, hasMore },
    candidates: candidates.map((candidate) => ({
      ...candidate,
      isPlaced: chosen.has(candidate.subjectId),
      formKey: newFormKey(),
    })),
  };
});

export default function DeskCollectionPage() {
  const page = useLoaderData<typeof loader>();
  const { collectionId, slug, status, version, texts, entries, search, candidates } = page;
  const paths = useAllPaths();
  const action = paths.collectionStep(collectionId);
  const keyOf = (subjectId: string) => candidates.find((one) => one.subjectId === subjectId)?.formKey ?? "";
  return (
    <StaffFrame
      role={page.role}
      here="collections"
      isNarrow
      title={texts[0]?.title ?? slug}
      lead={<Badge tone={status === "published" ? "verified" : "plain"}>{COLLECTION_STATUS_NAMES[status]()}</Badge>}
    >
      {page.refusal ? (
        <RefusedNotice>
          {page.refusal} {page.changedBy ? m["curation.collection.changedBy"]({ name: page.changedBy }) : null}
        </RefusedNotice>
      ) : null}
      <div className="mt-2 flex flex-wrap items-center gap-x-6 gap-y-3">
        {status === "published" ? (
          <>
            <Link to={paths.collection(slug)} className={linkStyle}>
              {m["curation.collection.seePage"]()}
            </Link>
            <PressForm action={action} formKey={page.formKey} fields={{ version, step: "archive" }} look="secondary">
              {m["curation.collection.archive"]()}
            </PressForm>
          </>
        ) : (
          <PressForm action={action} formKey={page.formKey} fields={{ version, step: "publish" }} look="primary">
            {m["curation.collection.publish"]()}
          </PressForm>
        )}
        <Link to={paths.deskCollections()} className={linkStyle}>
          {m["curation.collection.all"]()}
        </Link>
      </div>
      <h2 className="mt-8 mb-3 text-xl">{m["curation.collection.texts"]()}</h2>
      <TextList collectionId={collectionId} locales={LOCALES} texts={texts} />
      <h2 id="entries" className="mt-8 mb-3 text-xl">
        {m["curation.collection.entries"]()}
      </h2>
      <EntryList entries={entries} action={action} version={version} />
      <h2 id="add" className="mt-8 mb-3 text-xl">
        {m["curation.collection.add"]()}
      </h2>
      <p className="mb-4 flex flex-wrap gap-x-6 gap-y-1">
        {(["listing", "seller"] as const).map((kind) => (
          <Link
            key={kind}
            to={paths.deskCollection(collectionId, { kind, q: search.text }, "#add")}
            preventScrollReset
            aria-current={search.kind === kind ? "true" : undefined}
            className={`${linkStyle} aria-[current]:font-semibold aria-[current]:no-underline`}
          >
            {kind === "listing" ? m["curation.slot.listing"]() : m["curation.slot.seller"]()}
          </Link>
        ))}
      </p>
      <CandidateSearch
        text={search.text}
        fields={{ kind: search.kind }}
        label={search.kind === "listing" ? m["curation.pick.labelListing"]() : m["curation.pick.label"]()}
        page={search.page}
        hasMore={search.hasMore}
        hrefOf={(number) =>
          paths.deskCollection(collectionId, { kind: search.kind, q: search.text, page: number }, "#add")
        }
        candidates={candidates}
        renderButton={({ subjectId, name }) =>
          entries.some((entry) => entry.subjectId === subjectId) ? null : (
            <PressForm
              action={action}
              formKey={keyOf(subjectId)}
              fields={{ version, step: "add", kind: search.kind, subject: subjectId }}
              look="secondary"
            >
              {m["curation.collection.put"]()}
              <span className="sr-only"> {name}</span>
            </PressForm>
          )
        }
      />
    </StaffFrame>
  );
}
