import { loadDailyRates } from "~/modules/catalog/rates.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { sampleRates } from "~/platform/exchange-rates/sample.server";
import { SAMPLE_RATES_FILE } from "~/platform/exchange-rates/source.server";
import { writeRows, type Row } from "~db/bulk";
import { readReadinessModel } from "~db/reference/readiness";
import { readSeedCatalogue, type SeedListing, type SeedSeller } from "~db/seed/catalogue";
import { curationRows } from "~db/seed/curation-rows";
import { dayBefore, seedUuid } from "~db/seed/ids";
import { listingRows } from "~db/seed/listing-rows";
import { routeRows } from "~db/seed/routes";
import { sellerRows } from "~db/seed/seller-rows";
import { makeCatalogue, type BenchCatalogue } from "./catalogue";
import { publicationOf, type BenchPicture } from "./publications";

const SELLERS = 500;
/** Listings that are written together. */
const BATCH = 2_000;

type FillOptions = {
  listings: number;
  pictures: readonly BenchPicture[][];
  onProgress: (done: number, total: number) => void;
};

/** Fills an empty database of the bench with a made catalogue by bulk inserts; the same size gives the same rows. */
export async function fillDatabase(db: Db, { listings, pictures, onProgress }: FillOptions): Promise<BenchCatalogue> {
  const now = clock();
  const catalogue = makeCatalogue(listings, Math.min(SELLERS, listings));
  const sellers = new Map(catalogue.sellers.map((seller) => [seller.id, seller]));
  await loadDailyRates(db, sampleRates(SAMPLE_RATES_FILE), { now });
  await writeSellers(db, catalogue, now);
  for (let start = 0; start < listings; start += BATCH) {
    const batch = catalogue.listings.slice(start, start + BATCH);
    await writeListings(db, batch, sellers, pictures, now);
    onProgress(start + batch.length, listings);
  }
  await writeCuration(db, catalogue, now);
  return catalogue;
}

async function writeSellers(db: Db, { sellers, listings }: BenchCatalogue, now: Date): Promise<void> {
  const own = new Map<string, SeedListing[]>(sellers.map(({ id }) => [id, []]));
  for (const listing of listings) own.get(listing.seller)?.push(listing);
  const model = readReadinessModel();
  const rows = gather([
    {
      organisations: sellers.map(({ id, slug, name }) => ({
        id: seedUuid("organisation", id),
        name: name.az,
        slug,
        created_at: now.toISOString(),
      })),
    },
    ...sellers.map((seller) => withoutPeople(sellerRows(seller, now))),
    ...sellers.map((seller) => {
      const { routes, zones, countries, rates } = routeRows(
        { sellers: [seller], listings: own.get(seller.id) ?? [], unpublished: [], curation: NO_CURATION },
        now,
      );
      return { routes, route_zones: zones, route_zone_countries: countries, route_rates: rates };
    }),
    {
      // What the data was made to show; nothing that is measured here judges it.
      readiness_results: sellers.map((seller) => {
        return {
          seller_id: seedUuid("seller", seller.id),
          level: seller.demo.level_target,
          score: model.levels.find(({ id }) => id === seller.demo.level_target)?.minimumScore ?? 0,
          criteria_version: model.version,
          computed_on: dayBefore(now, 0),
        };
      }),
    },
  ]);
  await writeTables(db, SELLER_TABLES, rows);
}

/** The bench has no users who could have handed a paper in or decided about it. */
function withoutPeople({ evidence = [], ...rows }: Record<string, Row[]>): Record<string, Row[]> {
  return { ...rows, evidence: evidence.map((row) => ({ ...row, submitted_by: null, decided_by: null })) };
}

const NO_CURATION = {
  meta: {},
  collections: [],
  features: { home_collection: [], home_listing: [], home_seller: [] },
  schedule: [],
};

/** Writes listings, published at once; an id is a letter and a number. */
export async function writeListings(
  db: Db,
  batch: readonly SeedListing[],
  sellers: ReadonlyMap<string, SeedSeller>,
  pictures: readonly BenchPicture[][],
  now: Date,
): Promise<void> {
  const made = batch.map((listing) => {
    const seller = sellers.get(listing.seller);
    if (!seller) throw new Error(`listing ${listing.id} has no seller`);
    const rows = listingRows(listing, seller, now);
    const set = pictures[Number(listing.id.slice(1)) % Math.max(1, pictures.length)] ?? [];
    const { listing: row, publication, images } = publicationOf(rows, listing.region, set);
    return { ...rows, listings: [row], listing_publications: [publication], listing_images: images };
  });
  await writeTables(db, LISTING_TABLES, gather(made));
}

/** What the seed features on the home page and collects, of the made listings and sellers that are like the named ones. */
async function writeCuration(db: Db, { sellers, listings }: BenchCatalogue, now: Date): Promise<void> {
  const seed = readSeedCatalogue();
  /** A catalogue that is smaller than the seed lends one of its own to several names, and each is shown once. */
  const standIns = (kind: "listing" | "seller", names: readonly string[]) => {
    const among = kind === "listing" ? listings : sellers;
    const seeds = kind === "listing" ? seed.listings : seed.sellers;
    const indexOf = (name: string) =>
      Math.max(
        0,
        seeds.findIndex(({ id }) => id === name),
      );
    return [...new Set(names.map((name) => among[indexOf(name) % among.length]?.id ?? name))];
  };
  const { collections, features, meta } = seed.curation;
  const rows = curationRows(
    {
      ...seed,
      curation: {
        meta,
        collections: collections.map((collection) => ({
          ...collection,
          listings: standIns("listing", collection.listings),
          sellers: standIns("seller", collection.sellers),
        })),
        features: {
          home_collection: features.home_collection,
          home_listing: standIns("listing", features.home_listing),
          home_seller: standIns("seller", features.home_seller),
        },
        schedule: [],
      },
    },
    now,
  );
  await writeTables(db, CURATION_TABLES, rows);
}

/** Tables in an order that satisfies their references. */
const SELLER_TABLES = [
  ...["organisations", "sellers", "seller_texts", "seller_slugs", "seller_languages", "seller_target_markets"],
  ...[
    "seller_categories",
    "evidence",
    "seller_declarations",
    "market_confirmations",
    "seller_figures",
    "portfolio_works",
  ],
  ...["portfolio_work_texts", "routes", "route_zones", "route_zone_countries", "route_rates", "readiness_results"],
];
const LISTING_TABLES = [
  ...["listings", "listing_texts", "listing_slugs", "listing_materials", "listing_fibres", "listing_variants"],
  ...["price_tiers", "listing_images", "listing_publications"],
];
const CURATION_TABLES = ["collections", "collection_texts", "collection_entries", "features"];

async function writeTables(db: Db, tables: readonly string[], rows: Record<string, Row[]>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const table of tables) await writeRows(trx, table, rows[table] ?? []);
  });
}

function gather(parts: readonly Record<string, Row[]>[]): Record<string, Row[]> {
  const all: Record<string, Row[]> = {};
  for (const part of parts) for (const [table, rows] of Object.entries(part)) (all[table] ??= []).push(...rows);
  return all;
}
