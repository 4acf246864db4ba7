import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readerFor } from "~/modules/catalog/index.server";
import { listCollectionCards } from "~/modules/curation/index.server";
import { m } from "~/paraglide/messages.js";
import { readDb } from "~/platform/db/db.server";
import { forAnyone } from "~/platform/http/openers.server";
import { CollectionCard } from "~/ui/curation/collection-card";
import { pageMeta } from "~/ui/layouts/page-meta";
import { siteOf } from "~/ui/layouts/site";
import { EmptyState } from "~/ui/primitives/empty-state";

/** Curators keep fewer than this; the page is not paged. */
const MAXIMUM_COLLECTIONS = 100;

export const meta: MetaFunction<typeof loader> = ({ matches, location }) =>
  pageMeta({
    origin: siteOf(matches).origin,
    pathname: location.pathname,
    title: m["curation.title"](),
    description: m["curation.text"](),
  });

export const loader = forAnyone({ cache: "public" }, async ({ url }) => {
  const reader = await readerFor(readDb, url);
  return { collections: await listCollectionCards(readDb, reader.lang, { limit: MAXIMUM_COLLECTIONS }) };
});

export default function CollectionsPage() {
  const { collections } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="pt-10 text-3xl">{m["curation.title"]()}</h1>
      <p className="mb-8 mt-2 text-muted">{m["curation.text"]()}</p>
      {collections.length === 0 ? (
        <EmptyState title={m["curation.empty"]()}>{m["site.toCatalogue"]()}</EmptyState>
      ) : null}
      <ul className="grid gap-6 md:grid-cols-2">
        {collections.map((collection) => (
          <li key={collection.slug}>
            <CollectionCard collection={collection} heading="h2" />
          </li>
        ))}
      </ul>
    </>
  );
}
