import { sql } from "kysely";
import type { Db, Trx } from "~/platform/db/db.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { snapshotOf, type WorkingListing } from "./snapshot";
import type { ListingSnapshot } from "./types";

/**
 * The only way to public listings: current publications of published listings of approved sellers. Pages, search,
 * feeds, catalogues and the API build on it; `listings`, `sellers` and `listing_publications` are joined.
 */
export function selectPublicListings(db: Db) {
  return db
    .selectFrom("listings")
    .innerJoin("sellers", "sellers.id", "listings.sellerId")
    .innerJoin("listingPublications", (join) =>
      join.onRef("listingPublications.listingId", "=", "listings.id").on("listingPublications.isCurrent", "=", true),
    )
    .where("listings.status", "=", "published")
    .where("sellers.status", "=", "approved");
}

/**
 * Freezes the working version of a listing as what the public sees, and enqueues its indexing.
 * When that version was published before, the listing gets a new version number first: a publication never changes.
 *
 * @returns the published version, or undefined when there is no such listing
 */
export async function publishListing(trx: Trx, listingId: string, now: Date): Promise<ListingSnapshot | undefined> {
  const locked = await trx
    .selectFrom("listings")
    .where("id", "=", listingId)
    .select("version")
    .forUpdate()
    .executeTakeFirst();
  if (!locked) return undefined;
  const { last, firstPublishedAt } = await trx
    .selectFrom("listingPublications")
    .where("listingId", "=", listingId)
    .select((eb) => [eb.fn.max("version").as("last"), eb.fn.min("firstPublishedAt").as("firstPublishedAt")])
    .executeTakeFirstOrThrow();
  const version = Math.max(locked.version, (last ?? 0) + 1);

  await trx
    .updateTable("listings")
    .set({ status: "published", version, updatedAt: now })
    .where("id", "=", listingId)
    .execute();
  const snapshot = snapshotOf(await readWorkingListing(trx, listingId));
  await trx
    .updateTable("listingPublications")
    .set({ isCurrent: false })
    .where("listingId", "=", listingId)
    .where("isCurrent", "=", true)
    .execute();
  await trx
    .insertInto("listingPublications")
    .values({
      listingId,
      version,
      snapshot: JSON.stringify(snapshot),
      isCurrent: true,
      firstPublishedAt: firstPublishedAt ?? now,
      publishedAt: now,
    })
    .execute();
  await enqueue(trx, "index-listing", { listingId }, { jobKey: `index-listing:${listingId}` });
  return snapshot;
}

async function readWorkingListing(trx: Trx, listingId: string): Promise<WorkingListing> {
  const row = await trx
    .selectFrom("listings")
    .innerJoin("listingSlugs", (join) =>
      join.onRef("listingSlugs.listingId", "=", "listings.id").on("listingSlugs.isCurrent", "=", true),
    )
    .leftJoin("places", "places.id", "listings.placeId")
    .where("listings.id", "=", listingId)
    .select(LISTING_COLUMNS)
    .select([
      "places.regionId as regionId",
      "listingSlugs.slug as slug",
      sql<WorkingListing["texts"]>`(
        select coalesce(jsonb_agg(jsonb_build_object(
          'locale', locale, 'title', title, 'description', description, 'deliverables', deliverables,
          'rights', rights, 'isDraft', is_draft)), '[]')
        from listing_texts where listing_id = listings.id)`.as("texts"),
      sql<
        string[]
      >`array(select material_id from listing_materials where listing_id = listings.id order by position)`.as(
        "materialIds",
      ),
      sql<WorkingListing["fibres"]>`(
        select coalesce(jsonb_agg(jsonb_build_object('fibre', fibre, 'percent', percent) order by percent desc, fibre), '[]')
        from listing_fibres where listing_id = listings.id)`.as("fibres"),
      sql<WorkingListing["tiers"]>`(
        select coalesce(jsonb_agg(jsonb_build_object(
          'side', side, 'minimumQuantity', minimum_quantity, 'amountMinor', amount_minor::text, 'currency', currency)), '[]')
        from price_tiers where listing_id = listings.id and variant_id is null)`.as("tiers"),
      sql<WorkingListing["variants"]>`(
        select coalesce(jsonb_agg(jsonb_build_object(
          'variantId', id, 'sku', sku,
          'names', (
            select coalesce(jsonb_agg(jsonb_build_object('locale', locale, 'name', name)), '[]')
            from listing_variant_texts where variant_id = listing_variants.id)) order by position), '[]')
        from listing_variants where listing_id = listings.id and is_active)`.as("variants"),
      sql<WorkingListing["pictures"]>`(
        select coalesce(jsonb_agg(jsonb_build_object(
          'mediaId', media_files.id, 'sha256', sha256, 'view', view, 'width', width, 'height', height,
          'placeholder', placeholder, 'dominantColour', dominant_colour) order by position), '[]')
        from listing_images join media_files on media_files.id = listing_images.media_id
        where listing_id = listings.id)`.as("pictures"),
    ])
    .executeTakeFirstOrThrow();
  const { slug, texts, materialIds, fibres, tiers, variants, pictures, ...listing } = row;
  return { listing, slug, texts, materialIds, fibres, tiers, variants, pictures };
}

const LISTING_COLUMNS = [
  "listings.id",
  "listings.sellerId",
  "listings.kind",
  "listings.version",
  "listings.categoryId",
  "listings.techniqueId",
  "listings.placeId",
  "listings.originCountry",
  "listings.hsCode",
  "listings.priceKind",
  "listings.priceUnit",
  "listings.stockPolicy",
  "listings.monthlyCapacity",
  "listings.minimumOrderQuantity",
  "listings.leadTimeDays",
  "listings.netWeightGrams",
  "listings.lengthMm",
  "listings.widthMm",
  "listings.heightMm",
  "listings.packedWeightGrams",
  "listings.packedLengthMm",
  "listings.packedWidthMm",
  "listings.packedHeightMm",
  "listings.isOpenToExport",
  "listings.incotermCode",
  "listings.incotermPlace",
  "listings.rightsBasis",
  "listings.hasFoodContact",
  "listings.isForChildren",
  "listings.restrictedMaterial",
  "listings.woodSpecies",
  "listings.claimedIndication",
  "listings.needsCulturalCheck",
  "listings.heritageElementId",
  "listings.deliveryMode",
  "listings.turnaroundDays",
  "listings.revisionsIncluded",
  "listings.fileFormats",
  "listings.handoverChannel",
  "listings.timeZone",
  "listings.workingLanguages",
  "listings.rightsKind",
] as const;
