import { sql } from "kysely";
import type { ListingSnapshot } from "~/modules/catalog";
import type { Db, Trx } from "~/platform/db/db.server";
import type { SellerFacts } from "./establish";
import type { KnownFacts } from "./judge";
import type { JudgedListing } from "./listing-criteria";

export type CollectedFacts = KnownFacts & { sellerId: string };

/** What a declaration is called in the database, by the criterion that it answers. */
export const DECLARATION_OF = {
  "ID-04": "sme_category",
  "OF-08": "capacity",
  "PA-02": "payment_terms",
  "MA-01": "target_market",
  "MA-02": "answers_in_english",
} as const satisfies Readonly<Record<string, string>>;
export type Declaration = (typeof DECLARATION_OF)[keyof typeof DECLARATION_OF];

/**
 * What the database holds about some sellers, in six statements however many they are. What is not there of a seller is
 * undefined or empty; a seller that does not exist is left out.
 */
export async function collectFacts(db: Db | Trx, sellerIds: readonly string[]): Promise<CollectedFacts[]> {
  if (sellerIds.length === 0) return [];
  const ids = [...sellerIds];
  const [sellers, listings, papers, declared, confirmed] = await Promise.all([
    selectSellers(db, ids).execute(),
    selectListings(db, ids).execute(),
    db
      .selectFrom("evidence")
      .select(["id as evidenceId", "sellerId", "documentType", "status", "expiresOn", "categoryIds", "submittedAt"])
      .where("sellerId", "in", ids)
      .where("status", "<>", "withdrawn")
      .execute(),
    db
      .selectFrom("sellerDeclarations")
      .select(["sellerId", "name", "isDeclared", "confirmedAt"])
      .where("sellerId", "in", ids)
      .execute(),
    db
      .selectFrom("marketConfirmations")
      .select(["sellerId", "marketId", "ruleId"])
      .where("sellerId", "in", ids)
      .execute(),
  ]);
  const listingsOf = grouped(listings);
  const papersOf = grouped(papers);
  const declaredOf = grouped(declared);
  const confirmedOf = grouped(confirmed);
  return sellers.map(({ sellerId, offering, voen, medianFirstReplyHours, ...seller }) => ({
    ...seller,
    sellerId,
    offering: offering === "services" ? "services" : offering === "both" ? "both" : "goods",
    voen: voen ?? undefined,
    medianFirstReplyHours: medianFirstReplyHours ?? undefined,
    declarations: declarationsOf(declaredOf.get(sellerId) ?? []),
    papers: (papersOf.get(sellerId) ?? []).map((row) => ({
      ...row,
      status: row.status === "verified" ? "verified" : row.status === "submitted" ? "submitted" : "rejected",
    })),
    confirmations: confirmationsOf(confirmedOf.get(sellerId) ?? []),
    listings: (listingsOf.get(sellerId) ?? []).map(judged),
  }));
}

function selectSellers(db: Db | Trx, ids: string[]) {
  return db
    .selectFrom("sellers")
    .leftJoin("sellerFigures", "sellerFigures.sellerId", "sellers.id")
    .where("sellers.id", "in", ids)
    .orderBy("sellers.id")
    .select((eb) => [
      "sellers.id as sellerId",
      "sellers.offering as offering",
      "sellers.voen as voen",
      "sellers.iban as iban",
      "sellerFigures.medianFirstReplyHours as medianFirstReplyHours",
      eb.fn.coalesce("sellerFigures.recentInquiryCount", eb.val(0)).as("recentInquiryCount"),
      eb.fn.coalesce("sellerFigures.ordersCompleted", eb.val(0)).as("ordersCompleted"),
      eb.fn.coalesce("sellerFigures.openDisputes", eb.val(0)).as("openDisputes"),
      sql<boolean>`sellers.phone_confirmed_at is not null and sellers.email_confirmed_at is not null`.as(
        "areContactsConfirmed",
      ),
      sql<
        string[]
      >`array(select market_id from seller_target_markets where seller_id = sellers.id order by position)`.as(
        "targetMarkets",
      ),
      sql<number>`(
        select count(*)::int from portfolio_works as works
        where works.seller_id = sellers.id and (works.url is not null or works.media_id is not null)
          and exists (select from portfolio_work_texts where portfolio_work_id = works.id))`.as("portfolioWorkCount"),
      // A zone without a weight table has no price: "ask for freight".
      sql<number>`(
        select count(*)::int from routes
        where routes.seller_id = sellers.id and routes.is_active and routes.service in ('post', 'courier', 'freight')
          and exists (
            select from route_zones
            join route_zone_countries on route_zone_countries.zone_id = route_zones.id
            join destinations on destinations.country = route_zone_countries.country
            join seller_target_markets on seller_target_markets.market_id = destinations.market_id
              and seller_target_markets.seller_id = sellers.id
            where route_zones.route_id = routes.id
              and exists (select from route_rates where zone_id = route_zones.id)))`.as("routeCount"),
    ]);
}

/** Of `listings`: there is a price for abroad, whether the public sees it or not. */
export const isExportPriceKept = sql<boolean>`exists (
  select from price_tiers
  where price_tiers.listing_id = listings.id and side = 'export' and currency <> 'AZN')`;

function selectListings(db: Db | Trx, ids: string[]) {
  return db
    .selectFrom("listings")
    .innerJoin("listingPublications", (join) =>
      join.onRef("listingPublications.listingId", "=", "listings.id").on("listingPublications.isCurrent", "=", true),
    )
    .where("listings.sellerId", "in", ids)
    .where("listings.status", "=", "published")
    .orderBy("listings.id")
    .select([
      "listings.sellerId as sellerId",
      // Written by `publishListing` alone, which builds it as a ListingSnapshot.
      sql<ListingSnapshot>`listing_publications.snapshot`.as("snapshot"),
      "listings.isHsCodeReviewed as isHsCodeReviewed",
      "listings.isChanged as hasUnsentChanges",
      isExportPriceKept.as("isExportPriceKept"),
      "listings.woodOrigin as woodOrigin",
      "listings.copperWeightGrams as copperWeightGrams",
      "listings.copperValueMinor as copperValueMinor",
    ]);
}

/** What is judged of a listing besides its snapshot, as its row has it. */
type LiveColumns = {
  isHsCodeReviewed: boolean;
  hasUnsentChanges: boolean;
  isExportPriceKept: boolean;
  woodOrigin: string | null;
  copperWeightGrams: number | null;
  copperValueMinor: bigint | null;
};

export function judged({
  woodOrigin,
  copperWeightGrams,
  copperValueMinor,
  ...listing
}: LiveColumns & {
  snapshot: ListingSnapshot;
}): JudgedListing {
  return {
    ...listing,
    isWoodOriginKnown: woodOrigin !== null,
    isCopperWeighed: copperWeightGrams !== null,
    isCopperValued: copperValueMinor !== null,
  };
}

function grouped<Row extends { sellerId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.sellerId, [...(found.get(row.sellerId) ?? []), row]);
  return found;
}

function declarationsOf(
  rows: readonly { name: string; isDeclared: boolean; confirmedAt: Date | null }[],
): SellerFacts["declarations"] {
  return Object.fromEntries(
    Object.entries(DECLARATION_OF).flatMap(([criterion, name]) => {
      const said = rows.find((row) => row.name === name);
      return said ? [[criterion, { isDeclared: said.isDeclared, isConfirmed: said.confirmedAt !== null }]] : [];
    }),
  );
}

function confirmationsOf(rows: readonly { marketId: string; ruleId: string }[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { marketId, ruleId } of rows) found.set(marketId, (found.get(marketId) ?? new Set()).add(ruleId));
  return found;
}
