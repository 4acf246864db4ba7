import { randomUUID } from "node:crypto";
import { publishListing } from "~/modules/catalog/publication.server";
import type { ListingSnapshot, ListingStatus, PictureRole, StockPolicy } from "~/modules/catalog";
import type { Db } from "~/platform/db/db.server";
import type { LocaleTexts } from "~/platform/i18n/locales";
import { writeRows } from "../bulk";
import { makePicture } from "./pictures";
import { makeApprovedSeller, texts, type SellerOptions } from "./sellers";
import { FACTORY_NOW, unique } from "./unique";

export type TierOptions = { minimumQuantity?: number; amountMinor: number; currency?: string };

export type ListingOptions = {
  /** Whose listing it is; without it an approved seller is made, with `seller` as its options. */
  sellerId?: string;
  seller?: SellerOptions;
  kind?: "good" | "service";
  status?: ListingStatus;
  slug?: string;
  oldSlugs?: readonly string[];
  title?: string | LocaleTexts<string>;
  description?: string | LocaleTexts<string>;
  deliverables?: string | LocaleTexts<string>;
  categoryId?: string;
  techniqueId?: string | null;
  placeId?: string | null;
  materialIds?: readonly string[];
  fibres?: readonly { fibre: string; percent: number }[];
  priceKind?: "fixed" | "tiers" | "on_request";
  priceUnit?: string;
  /** Prices at home in minor units; the currency is AZN. */
  homeTiers?: readonly TierOptions[];
  exportTiers?: readonly TierOptions[];
  isOpenToExport?: boolean;
  stockPolicy?: StockPolicy | null;
  /** Stock of the one variant, or of each when a list is given. */
  stock?: number | readonly number[];
  /** Export prices of each variant, where they differ from the listing's. */
  variantTiers?: readonly (readonly TierOptions[])[];
  monthlyCapacity?: number | null;
  minimumOrderQuantity?: number;
  leadTimeDays?: number;
  packedWeightGrams?: number | null;
  hasFoodContact?: boolean;
  restrictedMaterial?: string;
  madeYear?: number;
  heritageElementId?: string | null;
  incoterm?: { code: string; place: string };
  hsCode?: string | null;
  revisionsIncluded?: number;
  deliveryMode?: "remote" | "in_person" | "mixed";
  /** Views to hang a picture row on, without files. */
  pictures?: readonly PictureRole[];
  createdAt?: Date;
};

export type MadeListing = { listingId: string; slug: string; sellerId: string; variantIds: string[] };

/** A working version with one text, one variant and one price; a draft unless the options say otherwise. */
export async function makeListing(db: Db, options: ListingOptions = {}): Promise<MadeListing> {
  const sellerId = options.sellerId ?? (await makeApprovedSeller(db, options.seller)).sellerId;
  const listingId = randomUUID();
  const slug = options.slug ?? `listing-${unique()}`;
  const createdAt = (options.createdAt ?? FACTORY_NOW).toISOString();
  const kind = options.kind ?? "good";
  const isGood = kind === "good";
  const homeTiers = options.homeTiers ?? [{ amountMinor: 5000 }];
  const exportTiers = options.exportTiers ?? (options.isOpenToExport === false ? [] : [{ amountMinor: 3000 }]);
  await writeRows(db, "listings", [
    {
      id: listingId,
      seller_id: sellerId,
      kind,
      status: options.status ?? "draft",
      submitted_at: options.status === "in_review" ? createdAt : null,
      category_id: options.categoryId ?? (isGood ? "copperware" : "craft-workshops"),
      technique_id: options.techniqueId === undefined ? (isGood ? "hammering" : null) : options.techniqueId,
      place_id: options.placeId === undefined ? "baki-seher" : options.placeId,
      origin_country: isGood ? "AZ" : null,
      hs_code: options.hsCode === undefined ? (isGood ? "741810" : null) : options.hsCode,
      price_kind: options.priceKind ?? (homeTiers.length > 1 ? "tiers" : "fixed"),
      price_unit: options.priceUnit ?? (isGood ? "piece" : "project"),
      stock_policy: options.stockPolicy === undefined ? (isGood ? "made_to_order" : null) : options.stockPolicy,
      monthly_capacity: options.monthlyCapacity === undefined ? 20 : options.monthlyCapacity,
      minimum_order_quantity: options.minimumOrderQuantity ?? 1,
      lead_time_days: options.leadTimeDays ?? 14,
      net_weight_grams: isGood ? 350 : null,
      packed_weight_grams: options.packedWeightGrams === undefined ? (isGood ? 500 : null) : options.packedWeightGrams,
      is_open_to_export: options.isOpenToExport ?? true,
      incoterm_code: options.incoterm?.code ?? null,
      incoterm_place: options.incoterm?.place ?? null,
      has_food_contact: options.hasFoodContact ?? false,
      heritage_element_id: options.heritageElementId ?? null,
      rights_basis: "own_design",
      restricted_material: isGood ? (options.restrictedMaterial ?? "none") : null,
      made_year: options.madeYear ?? null,
      delivery_mode: isGood ? null : (options.deliveryMode ?? "remote"),
      revisions_included: isGood ? null : (options.revisionsIncluded ?? null),
      turnaround_days: isGood ? null : (options.leadTimeDays ?? 14),
      created_at: createdAt,
      updated_at: createdAt,
    },
  ]);
  const title = texts(options.title ?? `Mis fincan ${slug}`);
  const description = texts(options.description ?? "Əl işi.");
  const deliverables = options.deliverables === undefined ? undefined : texts(options.deliverables);
  await writeRows(
    db,
    "listing_texts",
    Object.entries(title).map(([locale, value]) => ({
      listing_id: listingId,
      locale,
      title: value,
      description: description[locale as keyof typeof title] ?? "",
      deliverables: deliverables?.[locale as keyof typeof title] ?? null,
    })),
  );
  await writeRows(
    db,
    "listing_slugs",
    [slug, ...(options.oldSlugs ?? [])].map((one) => ({
      slug: one,
      listing_id: listingId,
      is_current: one === slug,
      created_at: createdAt,
    })),
  );
  const materials = options.materialIds ?? (isGood ? ["copper"] : []);
  await writeRows(
    db,
    "listing_materials",
    materials.map((material_id, position) => ({ listing_id: listingId, material_id, position })),
  );
  await writeRows(
    db,
    "listing_fibres",
    (options.fibres ?? []).map(({ fibre, percent }) => ({ listing_id: listingId, fibre, percent })),
  );
  const stocks = typeof options.stock === "object" ? options.stock : [options.stock ?? 0];
  const variants = stocks.map((stock_quantity, position) => ({
    id: randomUUID(),
    listing_id: listingId,
    position,
    sku: `SKU-${unique()}`,
    stock_quantity,
  }));
  await writeRows(db, "listing_variants", variants);
  const tierRows = (side: "home" | "export", tiers: readonly TierOptions[], variantId: string | null = null) =>
    tiers.map(({ minimumQuantity = 1, amountMinor, currency }) => ({
      listing_id: listingId,
      variant_id: variantId,
      side,
      minimum_quantity: minimumQuantity,
      amount_minor: amountMinor,
      currency: currency ?? (side === "home" ? "AZN" : "EUR"),
    }));
  const ofVariants = variants.flatMap(({ id }, at) => tierRows("export", options.variantTiers?.[at] ?? [], id));
  const ofListing = [...tierRows("home", homeTiers), ...tierRows("export", exportTiers)];
  await writeRows(db, "price_tiers", [...ofListing, ...ofVariants]);
  for (const view of options.pictures ?? []) await makePicture(db, { listingId, view });
  return { listingId, slug, sellerId, variantIds: variants.map(({ id }) => id) };
}

/** A listing that the public sees; `publishedAt` decides its place among the newest. */
export async function makePublishedListing(
  db: Db,
  { publishedAt = FACTORY_NOW, ...options }: Omit<ListingOptions, "status"> & { publishedAt?: Date } = {},
): Promise<MadeListing & { snapshot: ListingSnapshot }> {
  const listing = await makeListing(db, { ...options, status: "draft" });
  const snapshot = await db.transaction().execute((trx) => publishListing(trx, listing.listingId, publishedAt));
  if (!snapshot) throw new Error("the listing that was just made is missing");
  return { ...listing, snapshot };
}
