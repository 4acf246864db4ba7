import { readerFor } from "~/modules/catalog/index.server";
import { feedPart } from "~/modules/publications/index.server";
import { clock } from "~/platform/clock.server";
import { readDb } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { orNotFound } from "~/platform/http/answers.server";
import { forAnyone } from "~/platform/http/openers.server";
import { publicAnswer } from "~/platform/http/public-answer.server";

/** Product feeds: `/feeds/google.xml?lang=en&to=DE` and `/feeds/listings.ndjson`, in parts; `Link` names the next one. */
export const loader = forAnyone({ cache: "public" }, async ({ request, url }) => {
  const reader = await readerFor(readDb, url);
  const kind = url.pathname === "/feeds/google.xml" ? "google" : "listings";
  const part = Number(url.searchParams.get("part") ?? 1);
  const feed = orNotFound(await feedPart(readDb, { kind, reader, part, origin: env.SITE_URL, now: clock() }));
  const headers = feed.next && { Link: `<${env.SITE_URL}${url.pathname}${feed.next}>; rel="next"` };
  return publicAnswer(request, { body: feed.body, type: feed.type, ...(headers ? { headers } : {}) });
});
