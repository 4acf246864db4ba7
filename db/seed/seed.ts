import { sql } from "kysely";
import type { ListingSnapshot } from "~/modules/catalog";
import { recomputeReadiness } from "~/modules/export-readiness/index.server";
import { publishListing } from "~/modules/catalog/publication.server";
import { loadDailyRates } from "~/modules/catalog/rates.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { assertOwnDatabase } from "~/platform/db/migrate.server";
import { sampleRates } from "~/platform/exchange-rates/sample.server";
import { SAMPLE_RATES_FILE } from "~/platform/exchange-rates/source.server";
import { loadReferenceData } from "../reference/load";
import { writeRows, type Row } from "../bulk";
import { readSeedCatalogue, type SeedCatalogue, type SeedListing } from "./catalogue";
import { curationRows } from "./curation-rows";
import { seedDeskWork } from "./desk-work";
import { seedEvidenceDesk } from "./evidence-desk";
import { seedUuid } from "./ids";
import { pastReadiness } from "./past-readiness";
import { inquiryRows, type SeedShop } from "./inquiry-rows";
import { seedOrders } from "./orders";
import { interestRows } from "./interest-rows";
import { firstPublishedAt, listingRows, unpublishedListing } from "./listing-rows";
import { peopleRows } from "./people";
import { routeRows } from "./routes";
import { sellerRows } from "./seller-rows";

export { DEMO_PASSWORD, demoAccounts, type DemoAccount } from "./people";

export type SeedProgress = {
  step: "people" | "sellers" | "listings" | "publications" | "orders" | "readiness" | "collections";
  done: number;
  total: number;
};

type Options = { onProgress?: (progress: SeedProgress) => void; now?: Date };

/** Tables in an order that satisfies their references, with the key by which a row is known to be there. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  users: ["id"],
  auth_accounts: ["id"],
  two_factors: ["id"],
  people: ["user_id"],
  addresses: ["id"],
  organisations: ["id"],
  members: ["id"],
  sellers: ["id"],
  seller_texts: ["seller_id", "locale"],
  seller_slugs: ["slug"],
  seller_languages: ["seller_id", "language"],
  seller_target_markets: ["seller_id", "market_id"],
  seller_categories: ["seller_id", "category_id"],
  evidence: ["id"],
  seller_declarations: ["seller_id", "name"],
  market_confirmations: ["seller_id", "market_id", "rule_id"],
  seller_figures: ["seller_id"],
  portfolio_works: ["id"],
  portfolio_work_texts: ["portfolio_work_id", "locale"],
  routes: ["id"],
  route_zones: ["id"],
  route_zone_countries: ["route_id", "country"],
  route_rates: ["zone_id", "up_to_grams"],
  readiness_history: ["seller_id", "computed_at"],
  listings: ["id"],
  listing_texts: ["listing_id", "locale"],
  listing_slugs: ["slug"],
  listing_materials: ["listing_id", "material_id"],
  listing_fibres: ["listing_id", "fibre"],
  listing_variants: ["id"],
  listing_variant_texts: ["variant_id", "locale"],
  price_tiers: ["listing_id", "variant_id", "side", "minimum_quantity"],
  listing_drawings: ["listing_id"],
  collections: ["id"],
  collection_texts: ["collection_id", "locale"],
  collection_entries: ["collection_id", "position"],
  features: ["id"],
  listing_view_days: ["listing_id", "day"],
  saved_listings: ["user_id", "listing_id"],
  inquiries: ["id"],
  inquiry_lines: ["inquiry_id", "position"],
  inquiry_messages: ["id"],
  saved_answers: ["id"],
  saved_answer_texts: ["answer_id", "locale"],
};

/**
 * Fills a demo or test database with the invented catalogue. What is there already, by its seed id, is left as it is:
 * a second run adds nothing and undoes nobody's changes.
 *
 * @throws when the database does not bear the marker of the demo, of development or of tests
 */
export async function seedDemo(db: Db, { onProgress = () => {}, now = clock() }: Options = {}): Promise<void> {
  await assertOwnDatabase(db, ["demo", "development", "test"]);
  await loadReferenceData(db, now);
  await loadDailyRates(db, sampleRates(SAMPLE_RATES_FILE), { now });
  const catalogue = readSeedCatalogue();
  const fresh = await withoutSeeded(db, catalogue);
  if (fresh.sellers.length + fresh.listings.length + fresh.unpublished.length === 0) return;

  await db.transaction().execute(async (trx) => {
    const people = await peopleRows(fresh, now);
    await write(trx, people);
    onProgress({ step: "people", done: people.users?.length ?? 0, total: people.users?.length ?? 0 });
    await writeSellers(trx, fresh, catalogue, now);
    onProgress({ step: "sellers", done: fresh.sellers.length, total: fresh.sellers.length });
    await writeListings(trx, fresh, catalogue, now);
    onProgress({ step: "listings", done: fresh.listings.length, total: fresh.listings.length });
    await publishAll(trx, fresh, now, onProgress);
    await write(trx, interestRows(fresh, now));
    await write(trx, inquiryRows(await listShops(trx, fresh), now));
    await seedDeskWork(trx, fresh, now);
    await seedOrders(trx, new Set(fresh.sellers.map(({ id }) => id)), {
      now,
      onProgress: (done, total) => onProgress({ step: "orders", done, total }),
    });
    await seedEvidenceDesk(trx, fresh.sellers, now);
    await judgeAll(trx, now, onProgress);
    const curation = curationRows(catalogue, now);
    await write(trx, curation);
    onProgress({
      step: "collections",
      done: curation.collections?.length ?? 0,
      total: curation.collections?.length ?? 0,
    });
  });
}

/** Judges every shop as the worker does, after the way that it is said to have come. */
async function judgeAll(trx: Trx, now: Date, onProgress: (step: SeedProgress) => void): Promise<void> {
  const sellers = await trx.selectFrom("sellers").select("id").orderBy("id").execute();
  const sellerIds = sellers.map(({ id }) => id);
  await recomputeReadiness(trx, sellerIds, {
    now,
    onProgress: (count, total) => onProgress({ step: "readiness", done: count, total }),
  });
  const results = await trx.selectFrom("readinessResults").select(["sellerId", "score", "criteriaVersion"]).execute();
  await write(trx, { readiness_history: results.flatMap((result) => pastReadiness(result, now)) });
}

/** The shops with what they publish, to be asked about. */
async function listShops(trx: Trx, { sellers }: SeedCatalogue): Promise<SeedShop[]> {
  const rows = await trx
    .selectFrom("listingPublications")
    .innerJoin("listings", "listings.id", "listingPublications.listingId")
    .innerJoin("sellers", "sellers.id", "listings.sellerId")
    .leftJoin("members", (join) =>
      join.onRef("members.organisationId", "=", "sellers.organisationId").on("members.role", "=", "owner"),
    )
    .where("listingPublications.isCurrent", "is", true)
    .where("listings.status", "=", "published")
    .select(["listings.sellerId", "members.userId", sql<ListingSnapshot>`listing_publications.snapshot`.as("snapshot")])
    .orderBy("listings.id")
    .execute();
  return sellers.map(({ id: key, demo }) => {
    const sellerId = seedUuid("seller", key);
    const own = rows.filter((row) => row.sellerId === sellerId);
    return {
      key,
      sellerId,
      ownerId: own[0]?.userId ?? undefined,
      count: demo.inquiries_90d,
      medianHours: demo.median_first_reply_hours,
      listings: own.map(({ snapshot }) => snapshot),
    };
  });
}

/** The catalogue without the sellers and listings that an earlier run made. */
async function withoutSeeded(db: Db, catalogue: SeedCatalogue): Promise<SeedCatalogue> {
  const sellers = await db.selectFrom("sellers").select("id").execute();
  const drawings = await db.selectFrom("listingDrawings").select("seedId").execute();
  const sellerIds = new Set(sellers.map(({ id }) => id));
  const listingIds = new Set(drawings.map(({ seedId }) => seedId));
  return {
    ...catalogue,
    sellers: catalogue.sellers.filter(({ id }) => !sellerIds.has(seedUuid("seller", id))),
    listings: catalogue.listings.filter(({ id }) => !listingIds.has(id)),
    unpublished: catalogue.unpublished.filter(({ id }) => !listingIds.has(id)),
  };
}

async function write(trx: Trx, rows: Record<string, Row[]>): Promise<void> {
  for (const [table, key] of Object.entries(KEYS)) {
    await writeRows(trx, table, rows[table] ?? [], { key, onExisting: "keep" });
  }
}

function gather(parts: readonly Record<string, Row[]>[]): Record<string, Row[]> {
  const all: Record<string, Row[]> = {};
  for (const part of parts) {
    for (const [table, rows] of Object.entries(part)) all[table] = [...(all[table] ?? []), ...rows];
  }
  return all;
}

async function writeSellers(trx: Trx, fresh: SeedCatalogue, catalogue: SeedCatalogue, now: Date): Promise<void> {
  const routes = routeRows({ ...catalogue, sellers: fresh.sellers }, now);
  await write(trx, {
    ...gather(fresh.sellers.map((seller) => sellerRows(seller, now))),
    routes: routes.routes,
    route_zones: routes.zones,
    route_zone_countries: routes.countries,
    route_rates: routes.rates,
  });
}

async function writeListings(trx: Trx, fresh: SeedCatalogue, catalogue: SeedCatalogue, now: Date): Promise<void> {
  const sellers = new Map(catalogue.sellers.map((seller) => [seller.id, seller]));
  const models = new Map(catalogue.listings.map((listing) => [listing.id, listing]));
  const copies = fresh.unpublished.map((entry) => unpublishedListing(entry, known(models, entry.like)));
  const rowsOf = (listing: SeedListing) => listingRows(listing, known(sellers, listing.seller), now);
  await write(trx, gather([...fresh.listings, ...copies].map(rowsOf)));
}

function known<Value>(entries: ReadonlyMap<string, Value>, id: string): Value {
  const entry = entries.get(id);
  if (entry === undefined) throw new Error(`the seed refers to "${id}", which is not in it`);
  return entry;
}

async function publishAll(
  trx: Trx,
  fresh: SeedCatalogue,
  now: Date,
  onProgress: NonNullable<Options["onProgress"]>,
): Promise<void> {
  const total = fresh.listings.length;
  for (const [index, { id }] of fresh.listings.entries()) {
    await publishListing(trx, seedUuid("listing", id), firstPublishedAt(id, now));
    if (index % 20 === 19 || index === total - 1) onProgress({ step: "publications", done: index + 1, total });
  }
  for (const { id, status } of fresh.unpublished) {
    const listingId = seedUuid("listing", id);
    // What is paused or archived was public once.
    if (status === "paused" || status === "archived") await publishListing(trx, listingId, firstPublishedAt(id, now));
    const submittedAt = status === "in_review" ? now : null;
    await trx.updateTable("listings").set({ status, submittedAt }).where("id", "=", listingId).execute();
  }
}
