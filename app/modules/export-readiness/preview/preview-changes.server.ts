import { sql } from "kysely";
import { isLookedAtFirst, type ListingSnapshot } from "~/modules/catalog";
import { nameIn, referenceBook } from "~/modules/catalog/index.server";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { collectFacts, isExportPriceKept, judged } from "../collect-facts.server";
import { judge } from "../judge";
import type { JudgedListing } from "../listing-criteria";
import { placeOf, soughtIn } from "../own/places";
import { readinessReference } from "../reference.server";
import { OF_EDITORS, type LevelChangeView } from "../types";
import { isFelt, levelChange, type CriterionChange } from "./level-change";

export type ListingChanges = {
  /** Of publishing what is written, after the Federation has looked where it looks first. */
  publish: LevelChangeView | undefined;
  /** Of pausing it or taking it into the archive. */
  rest: LevelChangeView | undefined;
  resume: LevelChangeView | undefined;
};

type Question = {
  sellerId: string;
  listingId: string;
  /** What would be published; undefined while something is missing. */
  written: ListingSnapshot | undefined;
  locale: Locale;
  /** Whether the pages of the shop's managers are open to the reader. */
  mayManage: boolean;
};

/**
 * What deeds with a listing would do to its seller's level, by the judgement that the public one is made of, in six
 * statements. A deed that touches nothing that is sold abroad, or that cannot be done, is undefined.
 */
export async function previewChanges(
  db: Db,
  { sellerId, listingId, written, locale, mayManage }: Question,
  now = clock(),
): Promise<ListingChanges> {
  const [reference, book, [facts], own] = await Promise.all([
    readinessReference(db),
    referenceBook(db),
    collectFacts(db, [sellerId]),
    findOwn(db, { sellerId, listingId }),
  ]);
  if (!facts || !own) return { publish: undefined, rest: undefined, resume: undefined };
  const asOf = dayInBaku(now);
  const before = judge(facts, reference, asOf);
  const others = facts.listings.filter(({ snapshot }) => snapshot.listingId !== listingId);
  const { model } = reference;
  const levelName = (id: string) => model.levelWords.get(id)?.label[locale] ?? id;
  const marketName = (id: string) => nameIn(book.markets.get(id)?.names, locale);

  const seen = (listing: JudgedListing | undefined): LevelChangeView => {
    const then = { ...facts, listings: listing ? [...others, listing] : others };
    const change = levelChange(before, judge(then, reference, asOf), model);
    const sought = soughtIn(then, reference);
    const named = ({ id, counted }: CriterionChange) => {
      const place = placeOf(id, sought);
      return {
        id,
        title: model.words.get(id)?.title[locale] ?? id,
        // Others are counted against a number that is wanted, not over listings.
        counted: place?.kind === "listing" ? counted : undefined,
        place: place && (mayManage || OF_EDITORS.has(place.kind)) ? place : undefined,
      };
    };
    const rank = (level: string) => model.levels.findIndex(({ id }) => id === level);
    const step = rank(change.after.level) - rank(change.before.level);
    return {
      isFelt: isFelt(change),
      direction: step > 0 ? "rises" : step < 0 ? "falls" : "stays",
      before: { ...change.before, label: levelName(change.before.level) },
      after: { ...change.after, label: levelName(change.after.level) },
      lost: change.lost.map(named),
      gained: change.gained.map(named),
      opened: change.opened.map(marketName),
      closed: change.closed.map(marketName),
    };
  };

  const { status, published } = own;
  const isAbroad = (snapshot: ListingSnapshot | null | undefined) => snapshot?.isOpenToExport === true;
  const concerns = isAbroad(written) || (status === "published" && isAbroad(published));
  return {
    // What is paused stays so when it is published.
    publish: written && concerns && status !== "paused" ? seen(afterPublishing(own, written)) : undefined,
    rest: status === "published" && isAbroad(published) ? seen(undefined) : undefined,
    resume:
      status === "paused" && published && isAbroad(published)
        ? seen(judged({ ...own.live, snapshot: published }))
        : undefined,
  };
}

type Own = NonNullable<Awaited<ReturnType<typeof findOwn>>>;

/** A reviewer who approves a listing has looked at its customs code, too. */
function afterPublishing({ status, published, live, isTrusted, isSpeciesStopped }: Own, written: ListingSnapshot) {
  const isLookedAt = isLookedAtFirst({
    isTrusted,
    isSpeciesStopped,
    published: status === "published" ? (published ?? undefined) : undefined,
    written,
  });
  const isHsCodeReviewed = isLookedAt ? written.hsCode !== undefined : live.isHsCodeReviewed;
  return judged({ ...live, isHsCodeReviewed, hasUnsentChanges: false, snapshot: written });
}

async function findOwn(db: Db, { sellerId, listingId }: { sellerId: string; listingId: string }) {
  const row = await db
    .selectFrom("listings")
    .innerJoin("sellers", "sellers.id", "listings.sellerId")
    .leftJoin("listingPublications", (join) =>
      join.onRef("listingPublications.listingId", "=", "listings.id").on("listingPublications.isCurrent", "is", true),
    )
    .where("listings.id", "=", listingId)
    .where("listings.sellerId", "=", sellerId)
    .select([
      "listings.status",
      "listings.isSpeciesStopped",
      "listings.isHsCodeReviewed",
      "listings.isChanged as hasUnsentChanges",
      "listings.woodOrigin",
      "listings.copperWeightGrams",
      "listings.copperValueMinor",
      sql<boolean>`sellers.trusted_at is not null and sellers.status = 'approved'`.as("isTrusted"),
      isExportPriceKept.as("isExportPriceKept"),
      // Written by `publishListing` alone.
      sql<ListingSnapshot | null>`listing_publications.snapshot`.as("published"),
    ])
    .executeTakeFirst();
  if (!row) return undefined;
  const { status, published, isTrusted, isSpeciesStopped, ...live } = row;
  return { status, published, isTrusted, isSpeciesStopped, live };
}
