import { sql } from "kysely";
import type { Db, Trx } from "~/platform/db/db.server";
import type { WorkingListing } from "../snapshot";
import { LISTING_STATUSES, type ListingStatus } from "../types";

export type WorkingText = WorkingListing["texts"][number] & {
  /** Version of the original that a translation was made from. */
  translatesVersion: number | null;
  /** Version of the listing in which this text changed last. */
  changedVersion: number;
};

export type WorkingVariant = WorkingListing["variants"][number] & { stockQuantity: number };

/** All that a seller has written of a listing. */
export type Working = Omit<WorkingListing, "texts" | "variants"> & {
  listing: WorkingListing["listing"] & {
    isHsCodeReviewed: boolean;
    woodOrigin: string | null;
    copperWeightGrams: number | null;
    copperValueMinor: bigint | null;
    isSpeciesStopped: boolean;
    speciesClearedAt: Date | null;
    speciesClearedBasis: string | null;
    speciesClearedWords: string | null;
  };
  status: ListingStatus;
  /** The public sees something else. */
  isChanged: boolean;
  submittedAt: Date | undefined;
  texts: WorkingText[];
  variants: WorkingVariant[];
};

type Key = {
  listingId: string;
  /** Whose it has to be; left out only by staff and jobs. */
  sellerId?: string;
};

/** @param lock keeps the listing as it is until the transaction ends */
export async function findWorkingListing(
  db: Db | Trx,
  { listingId, sellerId }: Key,
  { lock = false }: { lock?: boolean } = {},
): Promise<Working | undefined> {
  // A row that was waited for is read as it was before; what lies in other tables has to be read after the lock.
  if (lock) {
    await db
      .selectFrom("listings")
      .select("id")
      .where("id", "=", listingId)
      .$if(sellerId !== undefined, (query) => query.where("sellerId", "=", sellerId ?? ""))
      .forUpdate()
      .execute();
  }
  const row = await selectWorking(db)
    .where("listings.id", "=", listingId)
    .$if(sellerId !== undefined, (query) => query.where("listings.sellerId", "=", sellerId ?? ""))
    .executeTakeFirst();
  if (!row) return undefined;
  const { slug, texts, materialIds, fibres, tiers, variants, pictures, status, isChanged, submittedAt, ...listing } =
    row;
  return {
    listing,
    // The table's check allows no other.
    status: LISTING_STATUSES.find((one) => one === status) ?? "draft",
    isChanged,
    submittedAt: submittedAt ?? undefined,
    slug,
    texts,
    materialIds,
    fibres,
    tiers,
    variants,
    pictures,
  };
}

/** What a variant costs on one side where it costs something else than its listing; of `listing_variants`. */
const tiersOfVariant = (side: "home" | "export") => sql`(
  select coalesce(jsonb_agg(jsonb_build_object(
    'minimumQuantity', minimum_quantity, 'amountMinor', amount_minor::text, 'currency', currency)
    order by minimum_quantity), '[]')
  from price_tiers where variant_id = listing_variants.id and side = ${side})`;

function selectWorking(db: Db | Trx) {
  return db
    .selectFrom("listings")
    .innerJoin("listingSlugs", (join) =>
      join.onRef("listingSlugs.listingId", "=", "listings.id").on("listingSlugs.isCurrent", "=", true),
    )
    .leftJoin("places", "places.id", "listings.placeId")
    .select(LISTING_COLUMNS)
    .select([
      "places.regionId as regionId",
      "listingSlugs.slug as slug",
      sql<WorkingText[]>`(
        select coalesce(jsonb_agg(jsonb_build_object(
          'locale', locale, 'title', title, 'description', description, 'deliverables', deliverables,
          'rights', rights, 'isDraft', is_draft, 'translatesVersion', translates_version,
          'changedVersion', changed_version)), '[]')
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
      sql<WorkingVariant[]>`(
        select coalesce(jsonb_agg(jsonb_build_object(
          'variantId', id, 'sku', sku, 'stockQuantity', stock_quantity,
          'homeTiers', ${tiersOfVariant("home")},
          'exportTiers', ${tiersOfVariant("export")},
          'names', (
            select coalesce(jsonb_agg(jsonb_build_object('locale', locale, 'name', name)), '[]')
            from listing_variant_texts where variant_id = listing_variants.id)) order by position), '[]')
        from listing_variants where listing_id = listings.id and is_active)`.as("variants"),
      sql<WorkingListing["pictures"]>`(
        select coalesce(jsonb_agg(jsonb_build_object(
          'mediaId', media_files.id, 'sha256', sha256, 'view', view, 'width', width, 'height', height,
          'placeholder', placeholder, 'dominantColour', dominant_colour, 'variantId', variant_id) order by position), '[]')
        from listing_images join media_files on media_files.id = listing_images.media_id
        where listing_id = listings.id)`.as("pictures"),
    ]);
}

const LISTING_COLUMNS = [
  "listings.id",
  "listings.sellerId",
  "listings.kind",
  "listings.version",
  "listings.status",
  "listings.isChanged",
  "listings.submittedAt",
  "listings.isHsCodeReviewed",
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
  "listings.woodOrigin",
  "listings.copperWeightGrams",
  "listings.copperValueMinor",
  "listings.isSpeciesStopped",
  "listings.speciesClearedAt",
  "listings.speciesClearedBasis",
  "listings.speciesClearedWords",
  "listings.claimedIndication",
  "listings.needsCulturalCheck",
  "listings.madeYear",
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
