import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listRegionDoors, readerFor } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { readDb } from "~/platform/db/db.server";
import { forAnyone } from "~/platform/http/openers.server";
import { DoorGrid } from "~/ui/catalog/door-grid";
import { pageMeta } from "~/ui/layouts/page-meta";
import { siteOf, usePaths } from "~/ui/layouts/site";

export const meta: MetaFunction<typeof loader> = ({ matches, location }) =>
  pageMeta({
    origin: siteOf(matches).origin,
    pathname: location.pathname,
    title: m["catalog.regions.title"](),
    description: m["catalog.regions.text"](),
  });

export const loader = forAnyone({ cache: "public" }, async ({ url }) => {
  const reader = await readerFor(readDb, url);
  return { regions: await listRegionDoors(readDb, reader.lang) };
});

export default function RegionsPage() {
  const { regions } = useLoaderData<typeof loader>();
  const paths = usePaths();
  return (
    <>
      <h1 className="pt-10 text-3xl">{m["catalog.regions.title"]()}</h1>
      <p className="mb-8 mt-2 text-muted">{m["catalog.regions.text"]()}</p>
      <DoorGrid doors={regions} hrefOf={(id) => paths.region(id)} heading="h2" />
    </>
  );
}
