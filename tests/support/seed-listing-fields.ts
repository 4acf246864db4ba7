import { column, ordered, perLocale, textOf, type Rows, type SeedField } from "./seed-fields";

const kindOf = (value: unknown) => (value === "good" ? "goods" : value);
const cm = (value: unknown) => (value === null ? null : Number(value) / 10);

const LATIN: Readonly<Record<string, string>> = {
  "Acer velutinum": "maple",
  "Fagus orientalis": "beech",
  "Fraxinus excelsior": "ash_wood",
  "Juglans regia": "walnut",
  "Morus alba": "mulberry",
  "Picea abies": "spruce",
  "Platanus orientalis": "plane_wood",
  "Prunus armeniaca": "apricot_wood",
};
const kindsOfWood = (value: unknown) =>
  Array.isArray(value) ? value.map((one) => LATIN[/\((.*)\)$/.exec(String(one))?.[1] ?? ""]) : value;

const text = (name: string) => textOf("listing_texts", "listingId", name);
const sizeFields = (path: string, prefix: string): Record<string, SeedField> =>
  Object.fromEntries(
    ["length", "width", "height"].map((side) => {
      const name = prefix === "" ? `${side}Mm` : `${prefix}${side[0]?.toUpperCase()}${side.slice(1)}Mm`;
      return [
        `${path}.${side}`,
        { at: `listings.${prefix === "" ? "" : "packed_"}${side}_mm`, read: column(name, cm) },
      ];
    }),
  );
const tiers = (rows: Rows, side: string) => {
  return rows.find("price_tiers", "listingId").filter((row) => row.side === side);
};
const price = (side: "home" | "export", end: "min" | "max") => (rows: Rows) => {
  const byQuantity = tiers(rows, side).toSorted((a, b) => Number(a.minimumQuantity) - Number(b.minimumQuantity));
  const tier = end === "max" ? byQuantity[0] : byQuantity.at(-1);
  return tier ? Number(tier.amountMinor) / 100 : null;
};

export const LISTING_FIELDS: Record<string, SeedField> = {
  id: { at: "listing_drawings.seed_id", read: (rows) => rows.find("listing_drawings", "listingId")[0]?.seedId },
  kind: { at: "listings.kind", read: column("kind", kindOf) },
  sku: { at: "listing_variants.sku", read: (rows) => rows.find("listing_variants", "listingId")[0]?.sku },
  slug: {
    at: "listing_slugs.slug",
    read: (rows) => rows.find("listing_slugs", "listingId").find((row) => row.isCurrent === true)?.slug,
  },
  seller: { at: "listings.seller_id", read: column("sellerId") },
  category: { at: "listings.category_id", read: column("categoryId") },
  region: { at: "places.region_id", read: ({ place }) => place?.regionId },
  place: { at: "listings.place_id", read: column("placeId") },
  ...perLocale("title", "listing_texts.title", text("title")),
  ...perLocale("description", "listing_texts.description", text("description")),
  ...perLocale("deliverables", "listing_texts.deliverables", text("deliverables")),
  ...perLocale("rights", "listing_texts.rights", text("rights")),
  rights: { at: "listing_texts.rights", read: (rows) => text("rights")(rows, "az") },
  rights_kind: { at: "listings.rights_kind", read: column("rightsKind") },
  rights_basis: { at: "listings.rights_basis", read: column("rightsBasis") },
  technique: { at: "listings.technique_id", read: column("techniqueId") },
  materials: {
    at: "listing_materials.material_id",
    read: (rows) => ordered(rows.find("listing_materials", "listingId"), "materialId"),
  },
  fibre_composition: {
    at: "listing_fibres.percent",
    read: (rows) => {
      const found = rows.find("listing_fibres", "listingId");
      return found.map(({ fibre, percent }) => ({ fibre, percent: Number(percent) }));
    },
  },
  hs_code: { at: "listings.hs_code", read: column("hsCode") },
  hs_reviewed: { at: "listings.is_hs_code_reviewed", read: column("isHsCodeReviewed") },
  "price_azn.min": { at: "price_tiers.amount_minor", read: price("home", "min") },
  "price_azn.max": { at: "price_tiers.amount_minor", read: price("home", "max") },
  price_unit: { at: "listings.price_unit", read: column("priceUnit") },
  export_price: { at: "price_tiers.amount_minor", read: price("export", "min") },
  "export_price.currency": { at: "price_tiers.currency", read: (rows) => tiers(rows, "export")[0]?.currency },
  "export_price.min": { at: "price_tiers.amount_minor", read: price("export", "min") },
  "export_price.max": { at: "price_tiers.amount_minor", read: price("export", "max") },
  incoterm: { at: "listings.incoterm_code", read: column("incotermCode") },
  "incoterm.code": { at: "listings.incoterm_code", read: column("incotermCode") },
  "incoterm.place": { at: "listings.incoterm_place", read: column("incotermPlace") },
  net_weight_g: { at: "listings.net_weight_grams", read: column("netWeightGrams") },
  ...sizeFields("size_cm", ""),
  packed_weight_g: { at: "listings.packed_weight_grams", read: column("packedWeightGrams") },
  packed_size_cm: { at: "listings.packed_length_mm", read: column("packedLengthMm", cm) },
  ...sizeFields("packed_size_cm", "packed"),
  origin_country: { at: "listings.origin_country", read: column("originCountry") },
  moq: { at: "listings.minimum_order_quantity", read: column("minimumOrderQuantity") },
  lead_time_days: { at: "listings.lead_time_days", read: column("leadTimeDays") },
  stock_type: {
    at: "listings.stock_policy",
    read: column("stockPolicy", (value) => (value === "in_stock" ? "ready" : value)),
  },
  stock_quantity: {
    at: "listing_variants.stock_quantity",
    read: (rows) => rows.find("listing_variants", "listingId")[0]?.stockQuantity,
  },
  monthly_capacity: { at: "listings.monthly_capacity", read: column("monthlyCapacity") },
  open_to_export: { at: "listings.is_open_to_export", read: column("isOpenToExport") },
  food_contact: { at: "listings.has_food_contact", read: column("hasFoodContact") },
  children: { at: "listings.is_for_children", read: column("isForChildren") },
  restricted_material: { at: "listings.restricted_material", read: column("restrictedMaterial") },
  wood_species: { at: "listings.wood_species", read: column("woodSpecies", kindsOfWood) },
  wood_origin: { at: "listings.wood_origin", read: column("woodOrigin") },
  copper_weight_g: { at: "listings.copper_weight_grams", read: column("copperWeightGrams") },
  claims_gi: { at: "listings.claimed_indication", read: column("claimedIndication") },
  cultural_check: { at: "listings.needs_cultural_check", read: column("needsCulturalCheck") },
  ich_element: { at: "listings.heritage_element_id", read: column("heritageElementId") },
  photos_planned: { at: "listings.planned_photo_count", read: column("plannedPhotoCount") },
  turnaround_days: { at: "listings.turnaround_days", read: column("turnaroundDays") },
  revisions_included: { at: "listings.revisions_included", read: column("revisionsIncluded") },
  delivery_mode: { at: "listings.delivery_mode", read: column("deliveryMode") },
  formats: { at: "listings.file_formats", read: column("fileFormats") },
  handover_channel: { at: "listings.handover_channel", read: column("handoverChannel") },
  time_zone: { at: "listings.time_zone", read: column("timeZone") },
  working_languages: { at: "listings.working_languages", read: column("workingLanguages") },
  "visual.motif": {
    at: "listing_drawings.motif",
    read: (rows) => rows.find("listing_drawings", "listingId")[0]?.motif,
  },
  "visual.palette": {
    at: "listing_drawings.palette",
    read: (rows) => rows.find("listing_drawings", "listingId")[0]?.palette,
  },
  "visual.seed": { at: "listing_drawings.seed", read: (rows) => rows.find("listing_drawings", "listingId")[0]?.seed },
};
