import { sql } from "kysely";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { foldedHoldsWords } from "~/platform/db/holds-words.server";
import { stopsOf, type ListingStop } from "../restrictions";
import { LISTING_STATUSES, type ListingKind, type ListingStatus } from "../types";
import type { TableVariant } from "./part-views";
import { selectTableRows, TABLE_PAGE_SIZE } from "./stock-table.server";

export type OwnListing = {
  listingId: string;
  title: string;
  kind: ListingKind;
  status: ListingStatus;
  /** Waits for the Federation. */
  isWaiting: boolean;
  /** The public sees something else. */
  isChanged: boolean;
  /** Why the public does not see it, whatever its status is. */
  stops: ListingStop[];
  picture: { sha256: string } | undefined;
  /** Minor units of AZN as digits, from the first step of the price; undefined when it is on request. */
  amount: string | undefined;
  variants: TableVariant[];
  isMadeToOrder: boolean;
  /** Its variants' stock can be written in the table, and its price, when it has one only. */
  isOpen: boolean;
  hasOnePrice: boolean;
  updatedAt: Date;
};

type Question = { sellerId: string; status: ListingStatus | undefined; words: string; page: number };

/** A shop's listings, the last changed first, as the workspace's table shows them. */
export async function listOwnListings(
  db: Db,
  { sellerId, status, words, page }: Question,
  now = clock(),
): Promise<{ items: OwnListing[]; counts: Map<ListingStatus, number>; found: number }> {
  const wanted = words.trim();
  const isAsked = wanted !== "";
  const chosen = db
    .selectFrom("listings")
    .where("listings.sellerId", "=", sellerId)
    // Archived ones are looked at when they are asked for.
    .$if(status !== undefined, (query) => query.where("listings.status", "=", status ?? ""))
    .$if(status === undefined, (query) => query.where("listings.status", "<>", "archived"))
    .$if(isAsked, (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom("listingTexts")
            .select("listingTexts.locale")
            .whereRef("listingTexts.listingId", "=", "listings.id")
            .where("listingTexts.locale", "=", "az")
            .where(foldedHoldsWords(sql.ref("listingTexts.foldedTitle"), wanted)),
        ),
      ),
    );
  // The rows of the page first: prices, stock and pictures would be looked up for every row before it, too.
  const onPage = chosen
    .select("listings.id")
    .$if(isAsked, (query) => query.select((eb) => eb.fn.countAll<bigint>().over().as("found")))
    .orderBy("listings.updatedAt", "desc")
    .orderBy("listings.id")
    .limit(TABLE_PAGE_SIZE)
    .offset((page - 1) * TABLE_PAGE_SIZE)
    .as("onPage");
  const [rows, counted] = await Promise.all([
    selectTableRows(db)
      .innerJoin(onPage, "onPage.id", "listings.id")
      .innerJoin("listingTexts", (join) =>
        join.onRef("listingTexts.listingId", "=", "listings.id").on("listingTexts.locale", "=", "az"),
      )
      .$if(isAsked, (query) => query.select("onPage.found"))
      .select([
        "listingTexts.title",
        "listings.kind",
        "listings.status",
        "listings.submittedAt",
        "listings.isChanged",
        "listings.isSpeciesStopped",
        "listings.madeYear",
        "listings.priceKind",
        "listings.stockPolicy",
        "listings.updatedAt",
        sql<{ sha256: string } | null>`(
          select jsonb_build_object('sha256', sha256)
          from listing_images join media_files on media_files.id = media_id
          where listing_id = listings.id order by position limit 1)`.as("picture"),
      ])
      .orderBy("listings.updatedAt", "desc")
      .orderBy("listings.id")
      .execute(),
    db
      .selectFrom("listings")
      .where("sellerId", "=", sellerId)
      .groupBy("status")
      .select((eb) => ["status", eb.fn.countAll<bigint>().as("count")])
      .execute(),
  ]);
  const counts = new Map(
    LISTING_STATUSES.map((one) => [one, Number(counted.find((row) => row.status === one)?.count ?? 0n)]),
  );
  /** The rows tell how many were found by words; only a page behind the last one has none. */
  const countFound = async () => {
    if (rows[0]?.found !== undefined || page === 1) return Number(rows[0]?.found ?? 0n);
    const answer = await chosen.select((eb) => eb.fn.countAll<bigint>().as("found")).executeTakeFirstOrThrow();
    return Number(answer.found);
  };
  return {
    items: rows.map(
      ({ kind, status: own, submittedAt, priceKind, stockPolicy, amount, picture, found: _found, ...live }) => {
        const { isSpeciesStopped, madeYear, ...row } = live;
        return {
          ...row,
          stops: stopsOf({ isSpeciesStopped, madeYear }, now),
          kind: kind === "service" ? "service" : "good",
          // The table's check allows no other.
          status: LISTING_STATUSES.find((one) => one === own) ?? "draft",
          isWaiting: submittedAt !== null,
          isMadeToOrder: stockPolicy === "made_to_order",
          amount: priceKind === "on_request" ? undefined : (amount ?? undefined),
          picture: picture ?? undefined,
        };
      },
    ),
    counts,
    found: isAsked ? await countFound() : countIn(counts, status),
  };
}

function countIn(counts: ReadonlyMap<ListingStatus, number>, status: ListingStatus | undefined): number {
  if (status !== undefined) return counts.get(status) ?? 0;
  return LISTING_STATUSES.reduce((sum, one) => (one === "archived" ? sum : sum + (counts.get(one) ?? 0)), 0);
}

/** The id of the listing that a shop has begun last; undefined before the first. */
export async function findNewestListing(db: Db, sellerId: string): Promise<string | undefined> {
  const newest = await db
    .selectFrom("listings")
    .where("sellerId", "=", sellerId)
    .orderBy("createdAt", "desc")
    .orderBy("id")
    .limit(1)
    .select("id")
    .executeTakeFirst();
  return newest?.id;
}
