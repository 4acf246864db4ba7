import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readerFor } from "~/modules/catalog/index.server";
import { catalogueAt, catalogueRefusalText, openCatalogue, orderCatalogue } from "~/modules/publications/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { forAnyone } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { usePaths } from "~/ui/layouts/site";
import { CATALOGUE_NEWS, CataloguePart } from "~/ui/publications/catalogue-view";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  privateMeta(m["publications.page.title"]({ name: data?.page.title ?? "" }));

export const loader = forAnyone({ cache: "private" }, async ({ url }) => {
  const { of } = orNotFound(catalogueAt(url.pathname));
  const reader = await readerFor(db, url);
  const page = orNotFound(await openCatalogue(db, { of, reader, origin: env.SITE_URL }));
  const news = CATALOGUE_NEWS.find((refusal) => refusal === url.searchParams.get("news"));
  return { of, page, refusal: news && catalogueRefusalText[news]() };
});

export const action = forAnyone({ cache: "private" }, async ({ url, paths, visit }) => {
  const { of } = orNotFound(catalogueAt(url.pathname));
  const reader = await readerFor(db, url);
  const ordered = await orderCatalogue(db, { of, reader, origin: env.SITE_URL }, visit.clientAddress);
  if (!ordered.ok && ordered.refusal === "catalogue-missing") return orNotFound(undefined);
  return redirectWith(paths.catalogue(of, undefined, ordered.ok ? {} : { news: ordered.refusal }));
});

export default function CatalogueRoute() {
  const { of, page, refusal } = useLoaderData<typeof loader>();
  const paths = usePaths();
  const to = of.kind === "seller" ? paths.seller(of.slug) : paths.collection(of.slug);
  return (
    <div className="mx-auto max-w-2xl py-8">
      <h1 className="mb-3 text-2xl">{m["publications.page.title"]({ name: page.title })}</h1>
      <CataloguePart {...page} address={of} refusal={refusal} back={{ to, label: page.title }} />
    </div>
  );
}
