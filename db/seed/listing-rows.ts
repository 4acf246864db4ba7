import type { Row } from "../bulk";
import { monthlyCapacityOf } from "./capacity";
import type { SeedListing, SeedSeller, SeedUnpublished } from "./catalogue";
import { instantBefore, seedUuid } from "./ids";
import { makeRandom } from "./pictures/contract";
import { priceKindOf, priceTierRows } from "./prices";
import { seedVariantId, sizeRows } from "./size-rows";
import { woodName } from "./wood-names";

/** Addresses under which some listings were known before: they redirect. */
const OLD_SLUGS: Readonly<Record<string, readonly string[]>> = {
  p001: ["qelemkarli-mis-sini", "mis-sini-lahic"],
  p013: ["sabalidi-kelagayi"],
  p029: ["sebeke-pencere"],
  p040: ["gimil-xalcasi"],
  v026: ["izahedici-film"],
};

const STOCK_POLICIES = { ready: "in_stock", made_to_order: "made_to_order", one_of_a_kind: "one_of_a_kind" } as const;

const LOCALES = ["az", "en", "ru"] as const;

type Centimetres = { length: number; width: number; height: number } | null;

function millimetres(prefix: string, size: Centimetres): Row {
  return {
    [`${prefix}length_mm`]: size && Math.round(size.length * 10),
    [`${prefix}width_mm`]: size && Math.round(size.width * 10),
    [`${prefix}height_mm`]: size && Math.round(size.height * 10),
  };
}

/** When a listing first appeared: spread over the last ten months, the same in every database. */
export function firstPublishedAt(listingId: string, now: Date): Date {
  return instantBefore(now, makeRandom(`published/${listingId}`).between(1, 300));
}

/** Rows of one listing by table; a draft, since publishing is a deed of its own. */
export function listingRows(listing: SeedListing, seller: SeedSeller, now: Date): Record<string, Row[]> {
  const id = seedUuid("listing", listing.id);
  const createdAt = instantBefore(firstPublishedAt(listing.id, now), 1).toISOString();
  const isGood = listing.kind === "goods";
  const sizes = sizeRows(listing);
  return {
    listings: [
      {
        id,
        seller_id: seedUuid("seller", listing.seller),
        status: "draft",
        version: 1,
        category_id: listing.category,
        place_id: listing.place,
        price_kind: priceKindOf(listing),
        minimum_order_quantity: listing.moq,
        lead_time_days: listing.lead_time_days,
        monthly_capacity: monthlyCapacityOf(listing, seller),
        is_open_to_export: listing.open_to_export,
        rights_basis: listing.rights_basis,
        heritage_element_id: listing.ich_element,
        planned_photo_count: listing.photos_planned,
        created_at: createdAt,
        updated_at: createdAt,
        ...(isGood ? goodColumns(listing, createdAt) : NO_GOOD),
        ...(isGood ? NO_SERVICE : serviceColumns(listing)),
      },
    ],
    listing_texts: LOCALES.map((locale) => ({
      listing_id: id,
      locale,
      title: listing.title[locale],
      description: listing.description[locale],
      deliverables: isGood ? null : listing.deliverables[locale],
      rights: isGood ? null : (listing.rights?.[locale] ?? null),
      translates_version: locale === "az" ? null : 1,
    })),
    listing_slugs: [listing.slug, ...(OLD_SLUGS[listing.id] ?? [])].map((slug) => ({
      slug,
      listing_id: id,
      is_current: slug === listing.slug,
      created_at: createdAt,
    })),
    listing_materials: (isGood ? listing.materials : []).map((material, position) => ({
      listing_id: id,
      material_id: material,
      position,
    })),
    listing_fibres: (isGood ? listing.fibre_composition : []).map(({ fibre, percent }) => ({
      listing_id: id,
      fibre,
      percent,
    })),
    listing_variants: [
      {
        id: seedVariantId(listing.id, 0),
        listing_id: id,
        position: 0,
        sku: listing.sku,
        stock_quantity: isGood ? listing.stock_quantity : 0,
      },
      ...sizes.variants,
    ],
    listing_variant_texts: sizes.names,
    price_tiers: [...priceTierRows(listing), ...sizes.prices],
    listing_drawings: [
      {
        listing_id: id,
        seed_id: listing.id,
        motif: listing.visual.motif,
        palette: listing.visual.palette,
        seed: listing.visual.seed,
      },
    ],
  };
}

function priceUnitOf({ title, description }: SeedListing): "metre" | "set" | "piece" {
  if (/\bsold by the metre\b/i.test(description.en)) return "metre";
  return /\b(?:set|pair)\b/i.test(title.en) ? "set" : "piece";
}

function goodColumns(listing: Extract<SeedListing, { kind: "goods" }>, createdAt: string): Row {
  return {
    kind: "good",
    technique_id: listing.technique,
    origin_country: listing.origin_country,
    hs_code: listing.hs_code,
    is_hs_code_reviewed: listing.hs_reviewed,
    price_unit: priceUnitOf(listing),
    stock_policy: STOCK_POLICIES[listing.stock_type],
    net_weight_grams: listing.net_weight_g,
    ...millimetres("", listing.size_cm),
    packed_weight_grams: listing.packed_weight_g,
    ...millimetres("packed_", listing.packed_size_cm),
    incoterm_code: listing.incoterm?.code ?? null,
    incoterm_place: listing.incoterm?.place ?? null,
    has_food_contact: listing.food_contact,
    is_for_children: listing.children,
    restricted_material: listing.restricted_material,
    ...clearance(listing.restricted_material === "none" ? undefined : createdAt),
    wood_species: listing.wood_species.map(woodName),
    wood_origin: listing.wood_origin,
    copper_weight_grams: listing.copper_weight_g,
    claimed_indication: listing.claims_gi,
    needs_cultural_check: listing.cultural_check,
  };
}

/** What the demo sells of protected species was looked at when its permit held, as all that is published. */
function clearance(at: string | undefined): Row {
  return {
    species_cleared_at: at ?? null,
    species_cleared_basis: at === undefined ? null : "permit",
  };
}

function serviceColumns(listing: Extract<SeedListing, { kind: "service" }>): Row {
  return {
    kind: "service",
    price_unit: listing.price_unit,
    delivery_mode: listing.delivery_mode,
    turnaround_days: listing.turnaround_days,
    revisions_included: listing.revisions_included,
    file_formats: listing.formats,
    handover_channel: listing.handover_channel,
    time_zone: listing.time_zone,
    working_languages: listing.working_languages,
    rights_kind: listing.rights_kind,
  };
}

/** Columns of the other kind, empty: rows that are written together name the same columns. */
const NO_GOOD: Row = {
  technique_id: null,
  origin_country: null,
  hs_code: null,
  is_hs_code_reviewed: false,
  stock_policy: null,
  net_weight_grams: null,
  ...millimetres("", null),
  packed_weight_grams: null,
  ...millimetres("packed_", null),
  incoterm_code: null,
  incoterm_place: null,
  has_food_contact: false,
  is_for_children: false,
  restricted_material: null,
  ...clearance(undefined),
  wood_species: [],
  wood_origin: null,
  copper_weight_grams: null,
  claimed_indication: null,
  needs_cultural_check: false,
};
const NO_SERVICE: Row = {
  delivery_mode: null,
  turnaround_days: null,
  revisions_included: null,
  file_formats: [],
  handover_channel: null,
  time_zone: null,
  working_languages: [],
  rights_kind: null,
};

/** The entry of a listing that is not public: another one's facts under a title and a slug of its own. */
export function unpublishedListing(entry: SeedUnpublished, model: SeedListing): SeedListing {
  const { id, slug, title } = entry;
  return { ...model, id, slug, title, sku: `${model.sku}-${id.toUpperCase()}` };
}
