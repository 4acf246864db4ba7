import { sitemapIndex } from "~/modules/publications/index.server";
import { readDb } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { forAnyone } from "~/platform/http/openers.server";
import { publicAnswer } from "~/platform/http/public-answer.server";

/** The index of the sitemap. */
export const loader = forAnyone({ cache: "public" }, async ({ request }) =>
  publicAnswer(request, { body: await sitemapIndex(readDb, env.SITE_URL), type: "application/xml; charset=utf-8" }),
);
