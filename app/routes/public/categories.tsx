import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { listCategoryDoors, readerFor } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { readDb } from "~/platform/db/db.server";
import { forAnyone } from "~/platform/http/openers.server";
import { pageMeta } from "~/ui/layouts/page-meta";
import { siteOf, usePaths } from "~/ui/layouts/site";
import { Thumbnail } from "~/ui/primitives/picture";

export const meta: MetaFunction<typeof loader> = ({ matches, location }) =>
  pageMeta({
    origin: siteOf(matches).origin,
    pathname: location.pathname,
    title: m["catalog.categories.title"](),
    description: m["catalog.categories.meta"](),
  });

export const loader = forAnyone({ cache: "public" }, async ({ url }) => {
  const reader = await readerFor(readDb, url);
  return { categories: await listCategoryDoors(readDb, reader.lang) };
});

export default function CategoriesPage() {
  const { categories } = useLoaderData<typeof loader>();
  const paths = usePaths();
  const kinds = [
    { kind: "good", title: m["catalog.categories.goods"]() },
    { kind: "service", title: m["catalog.categories.services"]() },
  ] as const;
  return (
    <>
      <h1 className="pt-10 text-3xl">{m["catalog.categories.title"]()}</h1>
      {kinds.map(({ kind, title }) => (
        <section key={kind} className="mt-10">
          <h2 className="mb-5 text-2xl">{title}</h2>
          <ul className="grid grid-cols-1 gap-5 sm:grid-cols-2 lg:grid-cols-3">
            {categories
              .filter((category) => category.kind === kind)
              .map((category) => (
                <li key={category.id} className="flex gap-4 rounded border border-line bg-surface p-4">
                  {category.picture ? (
                    <Thumbnail sha256={category.picture.sha256} className="w-24 shrink-0 self-start rounded" />
                  ) : null}
                  <div className="min-w-0">
                    <h3 className="text-lg leading-snug break-words hyphens-auto">
                      <Link
                        to={paths.category(category.id)}
                        prefetch="intent"
                        className="underline-offset-4 hover:underline"
                      >
                        {category.label}
                      </Link>
                    </h3>
                    <p className="text-sm text-muted">{m["catalog.listingCount"]({ count: category.count })}</p>
                    <ul className="mt-1">
                      {category.children.map((child) => (
                        <li key={child.id}>
                          <Link
                            to={paths.category(child.id)}
                            className="inline-block py-1 text-sm underline-offset-4 hover:underline"
                          >
                            {child.label} <span className="text-muted tabular-nums">{child.count}</span>
                          </Link>
                        </li>
                      ))}
                    </ul>
                  </div>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
