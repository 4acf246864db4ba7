import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import {
  beginCollection,
  beginCollectionInput,
  collectionRefusalText,
  listDeskCollections,
} from "~/modules/curation/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { pageParam } from "~/platform/http/address-parts.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";
import { COLLECTION_STATUS_NAMES } from "~/ui/curation/slot-names";
import { TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Badge } from "~/ui/primitives/badge";
import { linkStyle } from "~/ui/primitives/button";
import { Pagination } from "~/ui/primitives/pagination";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["curation.desk.collections"]());

const PAGE_SIZE = 50;

export const loader = forStaff("curator", async ({ staff, url, lang }) => {
  const page = pageParam(url);
  const { collections, total } = await listDeskCollections(db, lang, { page, pageSize: PAGE_SIZE });
  return { role: staff.role, formKey: newFormKey(), collections, page, pageCount: Math.ceil(total / PAGE_SIZE) };
});

export const action = forStaff("curator", async ({ staff, request, paths }) => {
  const form = await parseForm(request, beginCollectionInput);
  if (!form.ok) return invalid(form);

  const begun = await beginCollection(db, staff, form.key, form.value);
  if (!begun.ok) return invalid(form, undefined, { slug: collectionRefusalText[begun.refusal]() });

  return redirectWith(paths.deskCollection(begun.value.collectionId));
});

export default function DeskCollectionsPage() {
  const { role, formKey, collections, page, pageCount } = useLoaderData<typeof loader>();
  const { form, fields } = usePageForm<"title" | "slug">("begin-collection", useActionData<typeof action>());
  const paths = useAllPaths();
  return (
    <StaffFrame
      role={role}
      here="collections"
      isNarrow
      title={m["curation.desk.collections"]()}
      lead={m["curation.collections.lead"]()}
    >
      {collections.length === 0 ? (
        <p className="mt-6 text-muted">{m["curation.empty"]()}</p>
      ) : (
        <ul className="mt-6 divide-y divide-line rounded border border-line bg-surface">
          {collections.map(({ collectionId, title, status, entryCount }) => (
            <li key={collectionId} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
              <Link to={paths.deskCollection(collectionId)} className={`${linkStyle} min-w-0 flex-1 font-semibold`}>
                {title}
              </Link>
              <span className="text-sm text-muted">{m["curation.entries"]({ count: entryCount })}</span>
              <Badge tone={status === "published" ? "verified" : "plain"}>{COLLECTION_STATUS_NAMES[status]()}</Badge>
            </li>
          ))}
        </ul>
      )}
      <Pagination page={page} pageCount={pageCount} hrefOf={(number) => paths.deskCollections({ page: number })} />
      <section aria-labelledby="begin" className="mt-10">
        <h2 id="begin" className="mb-4 text-xl">
          {m["curation.collections.begin"]()}
        </h2>
        <FormShell form={form} formKey={formKey}>
          <TextField meta={fields.title} label={m["curation.field.titleAz"]()} />
          <TextField meta={fields.slug} label={m["curation.field.slug"]()} hint={m["curation.field.slugHint"]()} />
          <div>
            <SubmitButton>{m["curation.collections.begin"]()}</SubmitButton>
          </div>
        </FormShell>
      </section>
    </StaffFrame>
  );
}
