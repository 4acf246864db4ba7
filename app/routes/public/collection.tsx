import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readerFor } from "~/modules/catalog/index.server";
import { openCollection } from "~/modules/curation/index.server";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import { readDb } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { orNotFound } from "~/platform/http/answers.server";
import { forAnyone } from "~/platform/http/openers.server";
import { ListingGrid } from "~/ui/catalog/listing-grid";
import { breadcrumbList, pageMeta } from "~/ui/layouts/page-meta";
import { ShareBox } from "~/ui/layouts/share-box";
import { siteOf, usePaths } from "~/ui/layouts/site";
import { Breadcrumbs } from "~/ui/primitives/breadcrumbs";
import { CatalogueLinks } from "~/ui/publications/catalogue-links";
import { SellerCard } from "~/ui/sellers/seller-card";

export const meta: MetaFunction<typeof loader> = ({ data, matches, location }) => {
  if (!data) return [{ title: "Karvan" }];
  const { origin, lang } = siteOf(matches);
  return pageMeta({
    origin,
    pathname: location.pathname,
    title: data.collection.title,
    description: data.collection.introduction,
    picture: `/og/collections/${data.collection.slug}.jpg`,
    type: "article",
    structured: [
      {
        "@type": "ItemList",
        name: data.collection.title,
        itemListElement: data.cards.map((card, index) => ({
          "@type": "ListItem",
          position: index + 1,
          url: `${origin}/${lang}/listings/${card.slug}`,
        })),
      },
      breadcrumbList(origin, [{ label: data.collection.title, href: undefined }]),
    ],
  });
};

export const loader = forAnyone({ cache: "public" }, async ({ params, url }) => {
  const reader = await readerFor(readDb, url);
  return orNotFound(
    await openCollection(readDb, { slug: params.slug ?? "", reader, origin: env.SITE_URL, now: clock() }),
  );
});

export default function CollectionPage() {
  const { collection, cards, sellers, qr, shareUrl } = useLoaderData<typeof loader>();
  const paths = usePaths();
  return (
    <>
      <Breadcrumbs
        crumbs={[
          { label: m["curation.title"](), href: paths.collections() },
          { label: collection.title, href: undefined },
        ]}
      />
      <div className="mb-8 grid gap-6 md:grid-cols-[2fr_1fr]">
        <div lang={collection.textLang}>
          <h1 className="text-3xl">{collection.title}</h1>
          <p className="measure mt-3 whitespace-pre-line text-lg text-muted">{collection.introduction}</p>
        </div>
        <div className="flex flex-col gap-4">
          {cards.length > 0 ? <CatalogueLinks address={{ kind: "collection", slug: collection.slug }} /> : null}
          <ShareBox qr={qr} url={shareUrl} picture={cards[0]?.picture?.sha256} />
        </div>
      </div>
      <h2 className="sr-only">{m["search.results"]()}</h2>
      <ListingGrid cards={cards} isWide />
      {sellers.length > 0 ? (
        <ul className="mt-10 grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
          {sellers.map((seller) => (
            <li key={seller.sellerId}>
              <SellerCard seller={seller} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
