import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { listOwnCatalogues } from "~/modules/publications/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { forSeller } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { OwnCatalogues } from "~/ui/publications/own-catalogues";
import { linkStyle } from "~/ui/primitives/button";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["publications.page.own"]());

export const loader = forSeller("editor", async ({ seller: { sellerId }, lang }) =>
  listOwnCatalogues(db, { sellerId, lang, origin: env.SITE_URL }),
);

export default function OwnCataloguePage() {
  const { slug, catalogues } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  return (
    <WorkspaceFrame title={m["publications.page.own"]()} lead={m["publications.own.lead"]()}>
      {slug === undefined ? (
        <p>
          {m["publications.own.notPublic"]()}{" "}
          <Link to={paths.workspace()} className={linkStyle}>
            {m["sellers.tab.overview"]()}
          </Link>
        </p>
      ) : (
        <OwnCatalogues slug={slug} catalogues={catalogues} />
      )}
    </WorkspaceFrame>
  );
}
