/** Who writes a table: a room of `app/modules`, `platform`, or `reference` (`db/reference` loads it, nobody else). */
export type TableOwner =
  | "accounts"
  | "reviews"
  | "sellers"
  | "catalog"
  | "documents"
  | "export-readiness"
  | "curation"
  | "programmes"
  | "search"
  | "publications"
  | "inquiries"
  | "orders"
  | "payments"
  | "reporting"
  | "platform"
  | "reference"
  | "seed";

/** Every table with its owner; others read it, or ask the owner by its door. */
export const TABLE_OWNERS: Readonly<Record<string, TableOwner>> = {
  users: "accounts",
  sessions: "accounts",
  auth_accounts: "accounts",
  verifications: "accounts",
  organisations: "accounts",
  members: "accounts",
  invitations: "accounts",
  two_factors: "accounts",
  people: "accounts",
  sign_up_answers: "accounts",
  addresses: "accounts",
  team_invitations: "accounts",
  notice_preferences: "accounts",

  review_items: "reviews",
  review_reasons: "reviews",
  review_looks: "reviews",

  audit_entries: "platform",
  audit_values: "platform",
  form_submissions: "platform",
  environment_markers: "platform",
  clock_offsets: "platform",
  dead_jobs: "platform",
  outgoing_messages: "platform",
  mailbox_messages: "platform",
  private_files: "platform",
  throttle_counts: "platform",

  reference_loads: "reference",
  regions: "reference",
  region_texts: "reference",
  places: "reference",
  place_texts: "reference",
  heritage_elements: "reference",
  heritage_element_texts: "reference",
  categories: "reference",
  category_texts: "reference",
  techniques: "reference",
  technique_texts: "reference",
  materials: "reference",
  material_texts: "reference",
  craft_traditions: "reference",
  craft_tradition_texts: "reference",
  geographical_indications: "reference",
  hs_codes: "reference",
  incoterms: "reference",
  markets: "reference",
  market_texts: "reference",
  market_rules: "reference",
  market_rule_texts: "reference",
  destinations: "reference",
  default_route_zones: "reference",

  sellers: "sellers",
  seller_texts: "sellers",
  seller_slugs: "sellers",
  seller_languages: "sellers",
  seller_target_markets: "sellers",
  seller_categories: "sellers",
  seller_figures: "sellers",
  seller_suspensions: "sellers",
  seller_approvals: "sellers",
  routes: "sellers",
  route_zones: "sellers",
  route_zone_countries: "sellers",
  route_rates: "sellers",
  shop_closures: "sellers",
  caretakings: "sellers",
  portfolio_works: "sellers",
  portfolio_work_texts: "sellers",

  exchange_rates: "catalog",
  listings: "catalog",
  listing_texts: "catalog",
  listing_slugs: "catalog",
  listing_materials: "catalog",
  listing_fibres: "catalog",
  listing_variants: "catalog",
  listing_variant_texts: "catalog",
  listing_images: "catalog",
  listing_publications: "catalog",
  price_tiers: "catalog",
  saved_listings: "catalog",
  report_cases: "catalog",
  reports: "catalog",
  report_statements: "catalog",
  media_files: "catalog",
  media_renditions: "catalog",
  removed_listing_images: "catalog",
  uploads: "catalog",
  listing_drawings: "seed",

  document_counters: "documents",
  trade_documents: "documents",
  document_files: "documents",

  evidence: "export-readiness",
  seller_declarations: "export-readiness",
  readiness_models: "export-readiness",
  readiness_previews: "export-readiness",
  readiness_preview_outcomes: "export-readiness",
  evidence_rechecks: "export-readiness",
  evidence_reminders: "export-readiness",
  evidence_answers: "export-readiness",
  market_confirmations: "export-readiness",
  readiness_results: "export-readiness",
  readiness_history: "export-readiness",
  market_readiness: "export-readiness",
  export_passports: "export-readiness",

  collections: "curation",
  collection_texts: "curation",
  collection_entries: "curation",
  features: "curation",

  inquiries: "inquiries",
  inquiry_lines: "inquiries",
  inquiry_messages: "inquiries",
  inquiry_message_files: "inquiries",
  inquiry_translations: "inquiries",
  inquiry_links: "inquiries",
  guest_accesses: "inquiries",
  inquiry_notices: "inquiries",
  inquiry_cases: "inquiries",
  inquiry_statements: "inquiries",
  contact_blocks: "inquiries",
  saved_answers: "inquiries",
  saved_answer_texts: "inquiries",

  listing_view_days: "reporting",
  listing_view_marks: "reporting",
  view_salts: "reporting",

  catalogue_editions: "publications",

  search_documents: "search",
  search_seller_documents: "search",
  search_installations: "search",
  search_words: "search",
  zero_result_searches: "search",
};
