import { readFileSync } from "node:fs";
import { z } from "zod";

const text = z.string().min(1);
const names = z.strictObject({ az: text, en: text, ru: text });
const range = z.strictObject({ min: z.number().positive(), max: z.number().positive() });
const centimetres = z.strictObject({ length: z.number(), width: z.number(), height: z.number() });
const exportPrice = z.strictObject({ currency: text, min: z.number().positive(), max: z.number().positive() });
const visual = z.strictObject({ motif: text, palette: z.array(text), seed: z.int() });

/** Shapes of the seed files. Strict: a field that nobody writes to a table must not slip in unseen. */
const seller = z.strictObject({
  id: text,
  slug: text,
  fictional: z.literal(true),
  type: z.enum(["goods", "services", "both"]),
  name: names,
  legal_form: text,
  legal_form_label: names,
  voen: text,
  founded: z.int(),
  employees: z.int(),
  sme_category: text,
  region: text,
  place: text,
  address: z.strictObject({ line: names, postal_code: text, country: text }),
  phone: text,
  email: text,
  website: text,
  iban: text,
  export_currency: text,
  languages: z.array(text),
  target_markets: z.array(text),
  bio: names,
  categories: z.array(text),
  demo: z.strictObject({
    level_target: z.enum(["exploring", "preparing", "ready", "exporting"]),
    contact_confirmed: z.boolean(),
    documents: z.array(
      z.strictObject({
        type: text,
        status: z.enum(["submitted", "verified", "rejected"]),
        issued_days_ago: z.int(),
        valid_for_days: z.int(),
      }),
    ),
    declared: z.strictObject({
      sme_category: z.boolean(),
      capacity: z.boolean(),
      payment_terms: z.boolean(),
      target_market: z.boolean(),
      answers_in_english: z.boolean(),
    }),
    declared_confirmed_by_staff: z.boolean(),
    market_checklist_complete: z.array(text),
    orders_completed: z.int(),
    open_disputes: z.int(),
    inquiries_90d: z.int(),
    median_first_reply_hours: z.int().nullable(),
    shipping_routes: z.int(),
    portfolio_works: z.array(z.strictObject({ title: names, year: z.int(), role: names, client: names })).optional(),
  }),
});

const shared = {
  id: text,
  sku: text,
  slug: text,
  seller: text,
  category: text,
  region: text,
  place: text,
  title: names,
  description: names,
  price_azn: range,
  export_price: exportPrice.nullable(),
  moq: z.int().positive(),
  lead_time_days: z.int(),
  open_to_export: z.boolean(),
  rights_basis: z.enum(["own_design", "licence", "traditional_pattern"]),
  ich_element: text.nullable(),
  photos_planned: z.int(),
  visual,
};

const good = z.strictObject({
  kind: z.literal("goods"),
  ...shared,
  technique: text,
  materials: z.array(text),
  fibre_composition: z.array(z.strictObject({ fibre: text, percent: z.number() })),
  hs_code: text,
  hs_reviewed: z.boolean(),
  incoterm: z.strictObject({ code: text, place: text }).nullable(),
  net_weight_g: z.int().nullable(),
  size_cm: centimetres.nullable(),
  packed_weight_g: z.int().nullable(),
  packed_size_cm: centimetres.nullable(),
  origin_country: text,
  stock_type: z.enum(["ready", "made_to_order", "one_of_a_kind"]),
  stock_quantity: z.int(),
  /** Pieces in 30 days; derived where a file does not state it. */
  monthly_capacity: z.int().optional(),
  food_contact: z.boolean(),
  children: z.boolean(),
  restricted_material: text,
  wood_species: z.array(text),
  wood_origin: text.nullable(),
  copper_weight_g: z.int().nullable(),
  claims_gi: text.nullable(),
  cultural_check: z.boolean(),
});

const service = z.strictObject({
  kind: z.literal("service"),
  ...shared,
  deliverables: names,
  price_unit: text,
  turnaround_days: z.int(),
  revisions_included: z.int(),
  delivery_mode: z.enum(["remote", "in_person", "mixed"]),
  formats: z.array(text),
  handover_channel: text,
  time_zone: text,
  working_languages: z.array(text),
  rights: names.nullable(),
  rights_kind: z.enum(["none", "transfer", "license", "nonexclusive"]),
});

const unpublished = z.strictObject({
  id: text,
  like: text,
  status: z.enum(["draft", "in_review", "changes_requested", "paused", "archived"]),
  slug: text,
  title: names,
});

const slot = z.enum(["home_collection", "home_listing", "home_seller"]);

const curation = z.strictObject({
  meta: z.looseObject({}),
  collections: z.array(
    z.strictObject({
      slug: text,
      title: names,
      introduction: names,
      listings: z.array(text),
      sellers: z.array(text),
    }),
  ),
  features: z.record(slot, z.array(text)),
  /** What was featured and what will be, in days from the day of the seed. */
  schedule: z.array(z.strictObject({ slot, name: text, fromDay: z.number(), toDay: z.number(), reason: text })),
});

export type SeedSeller = z.infer<typeof seller>;
export type SeedGood = z.infer<typeof good>;
export type SeedService = z.infer<typeof service>;
export type SeedListing = SeedGood | SeedService;
export type SeedUnpublished = z.infer<typeof unpublished>;
export type SeedNames = z.infer<typeof names>;

export type SeedCatalogue = {
  sellers: SeedSeller[];
  listings: SeedListing[];
  unpublished: SeedUnpublished[];
  curation: z.infer<typeof curation>;
};

/** The demo catalogue as its files say it, checked. */
export function readSeedCatalogue(): SeedCatalogue {
  const meta = z.looseObject({});
  const sellers = z.strictObject({ meta, sellers: z.array(seller) });
  const listings = z.strictObject({ meta, listings: z.array(z.discriminatedUnion("kind", [good, service])) });
  return {
    sellers: ["sellers.json", "copper-sellers.json"].flatMap((name) => sellers.parse(readSeedFile(name)).sellers),
    listings: ["listings.json", "copper-cups.json"].flatMap((name) => listings.parse(readSeedFile(name)).listings),
    unpublished: z.strictObject({ meta, listings: z.array(unpublished) }).parse(readSeedFile("unpublished.json"))
      .listings,
    curation: curation.parse(readSeedFile("collections.json")),
  };
}

export function readSeedFile(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
}
