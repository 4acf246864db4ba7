import { findPublicSnapshot, listListingSummaries, readerFor } from "~/modules/catalog/index.server";
import type { ListingPapers, PaperOnTheWay } from "~/modules/export-readiness";
import { listingPapers } from "~/modules/export-readiness/index.server";
import { m } from "~/paraglide/messages.js";
import { dayInBaku } from "~/platform/calendar";
import type { Db } from "~/platform/db/db.server";
import { pathsFor } from "~/platform/http/paths";
import { parseQuery, type ReadQuery } from "~/platform/http/query.server";
import { destinationProblems, listingHitOf } from "./answer-search.server";
import type { OneListingAnswer } from "./answer.server";
import { oneListingQuery } from "./query.server";

type Question = { slug: string; url: URL; origin: string };

/** One public listing as data, with what it needs on its way. Undefined when nothing public is at this address. */
export async function answerListing(
  db: Db,
  { slug, url, origin }: Question,
  now: Date,
): Promise<ReadQuery<OneListingAnswer> | undefined> {
  const query = parseQuery(oneListingQuery, url.searchParams);
  if (!query.ok) return query;
  const problems = await destinationProblems(db, query.value.to);
  if (problems.length > 0) return { ok: false, problems };
  const reader = await readerFor(db, url);
  const snapshot = await findPublicSnapshot(db, slug);
  if (!snapshot) return undefined;
  const [summary] = await listListingSummaries(db, reader, [snapshot.listingId], {
    quantity: query.value.qty,
    today: dayInBaku(now),
  });
  if (!summary) return undefined;
  const needed = await listingPapers(db, snapshot, reader);
  return {
    ok: true,
    value: {
      listing: listingHitOf(summary, { reader, origin, paths: pathsFor(reader) }),
      onTheWay: needed ? onTheWay(needed, reader.destination) : null,
    },
  };
}

function onTheWay({ papers, leaving }: ListingPapers, country: string): OneListingAnswer["onTheWay"] {
  return {
    country,
    papers: papers.map(({ id, text, ...said }) => ({ rule: id, text, ...saidOf(said) })),
    leavingAzerbaijan: leaving
      ? { how: leaving.body, who: leaving.who, howLong: leaving.howLong, ...saidOf(leaving) }
      : null,
    guidance: m["passports.guidance"](),
  };
}

function saidOf({ asOf, sources }: Pick<PaperOnTheWay, "asOf" | "sources">) {
  return { asOf, sources: sources.map(({ title, url }) => ({ title, url: url ?? null })) };
}
