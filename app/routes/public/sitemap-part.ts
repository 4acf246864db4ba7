import { sitemapPart } from "~/modules/publications/index.server";
import { readDb } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { orNotFound } from "~/platform/http/answers.server";
import { forAnyone } from "~/platform/http/openers.server";
import { publicAnswer } from "~/platform/http/public-answer.server";

/** A part of the sitemap: `/sitemap-listings.xml?part=2`. It stands at the root, since a sitemap speaks only of what is below it. */
export const loader = forAnyone({ cache: "public" }, async ({ request, url }) => {
  const name = /^\/sitemap-([a-z]+)\.xml$/.exec(url.pathname)?.[1] ?? "";
  const part = Number(url.searchParams.get("part") ?? 1);
  const body = orNotFound(await sitemapPart(readDb, { name, part, origin: env.SITE_URL }));
  return publicAnswer(request, { body, type: "application/xml; charset=utf-8" });
});
