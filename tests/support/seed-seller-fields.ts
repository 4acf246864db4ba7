import { column, daysApart, ordered, perLocale, textOf, type Rows, type SeedField } from "./seed-fields";

/** The day that the seed is told; its days count back from it. */
const TODAY = "2026-11-24";

const sellerText = (name: string) => textOf("seller_texts", "sellerId", name);
const figure = (name: string) => (rows: Rows) => rows.find("seller_figures", "sellerId")[0]?.[name];
const declaration = (name: string) => (rows: Rows) => {
  return rows.find("seller_declarations", "sellerId").find((row) => row.name === name)?.isDeclared;
};
const listOf = (table: string, name: string) => (rows: Rows) => ordered(rows.find(table, "sellerId"), name);

export const SELLER_FIELDS: Record<string, SeedField> = {
  id: { at: "sellers.id", read: column("id") },
  slug: {
    at: "seller_slugs.slug",
    read: (rows) => rows.find("seller_slugs", "sellerId").find((row) => row.isCurrent)?.slug,
  },
  fictional: { at: "sellers.is_fictional", read: column("isFictional") },
  type: { at: "sellers.offering", read: column("offering") },
  ...perLocale("name", "seller_texts.name", sellerText("name")),
  ...perLocale("bio", "seller_texts.story", sellerText("story")),
  ...perLocale("legal_form_label", "seller_texts.legal_form_label", sellerText("legalFormLabel")),
  ...perLocale("address.line", "seller_texts.address_line", sellerText("addressLine")),
  "address.postal_code": { at: "sellers.postal_code", read: column("postalCode") },
  "address.country": { at: "sellers.country", read: column("country") },
  legal_form: { at: "sellers.legal_form", read: column("legalForm") },
  voen: { at: "sellers.voen", read: column("voen") },
  founded: { at: "sellers.founded_year", read: column("foundedYear") },
  employees: { at: "sellers.employee_count", read: column("employeeCount") },
  sme_category: { at: "sellers.sme_category", read: column("smeCategory") },
  region: { at: "places.region_id", read: ({ place }) => place?.regionId },
  place: { at: "sellers.place_id", read: column("placeId") },
  phone: { at: "sellers.phone", read: column("phone") },
  email: { at: "sellers.email", read: column("email") },
  website: { at: "sellers.website", read: column("website") },
  iban: { at: "sellers.iban", read: column("iban") },
  export_currency: { at: "sellers.export_currency", read: column("exportCurrency") },
  languages: { at: "seller_languages.language", read: listOf("seller_languages", "language") },
  target_markets: { at: "seller_target_markets.market_id", read: listOf("seller_target_markets", "marketId") },
  categories: { at: "seller_categories.category_id", read: listOf("seller_categories", "categoryId") },
  "demo.level_target": {
    at: "readiness_results.level",
    read: (rows) => rows.find("readiness_results", "sellerId")[0]?.level,
  },
  "demo.contact_confirmed": {
    at: "sellers.phone_confirmed_at",
    read: ({ one }) => one.phoneConfirmedAt !== null && one.emailConfirmedAt !== null,
  },
  "demo.documents": {
    at: "evidence.document_type",
    read: (rows) => {
      const papers = rows.find("evidence", "sellerId").map((row) => ({
        type: row.documentType,
        status: row.status,
        issued_days_ago: daysApart(String(row.issuedOn), TODAY),
        valid_for_days: daysApart(String(row.issuedOn), String(row.expiresOn)),
      }));
      return byType(papers);
    },
  },
  "demo.declared.sme_category": { at: "seller_declarations.is_declared", read: declaration("sme_category") },
  "demo.declared.capacity": { at: "seller_declarations.is_declared", read: declaration("capacity") },
  "demo.declared.payment_terms": { at: "seller_declarations.is_declared", read: declaration("payment_terms") },
  "demo.declared.target_market": { at: "seller_declarations.is_declared", read: declaration("target_market") },
  "demo.declared.answers_in_english": {
    at: "seller_declarations.is_declared",
    read: declaration("answers_in_english"),
  },
  "demo.declared_confirmed_by_staff": {
    at: "seller_declarations.confirmed_at",
    read: (rows) => rows.find("seller_declarations", "sellerId").some((row) => row.confirmedAt !== null),
  },
  "demo.market_checklist_complete": {
    at: "market_confirmations.market_id",
    read: (rows) => [...new Set(rows.find("market_confirmations", "sellerId").map((row) => row.marketId))],
  },
  "demo.orders_completed": { at: "seller_figures.orders_completed", read: figure("ordersCompleted") },
  "demo.open_disputes": { at: "seller_figures.open_disputes", read: figure("openDisputes") },
  "demo.inquiries_90d": { at: "seller_figures.recent_inquiry_count", read: figure("recentInquiryCount") },
  "demo.median_first_reply_hours": {
    at: "seller_figures.median_first_reply_hours",
    read: figure("medianFirstReplyHours"),
  },
  "demo.shipping_routes": { at: "routes.service", read: countRoutesAbroad },
  "demo.portfolio_works": {
    at: "portfolio_work_texts.title",
    read: (rows) => {
      const works = rows.find("portfolio_works", "sellerId");
      return works
        .toSorted((a, b) => Number(a.position) - Number(b.position))
        .map(({ id, year }) => {
          const texts = rows.find("portfolio_work_texts", "portfolioWorkId:" + String(id));
          const names = (name: string) => Object.fromEntries(texts.map((row) => [String(row.locale), row[name]]));
          return { title: names("title"), year, role: names("role"), client: names("client") };
        });
    },
  },
};

/** Routes with a price somewhere abroad, as LO-02 counts them; where nothing else is sold, digital hand-over is one. */
function countRoutesAbroad(rows: Rows): number {
  return rows.find("routes", "sellerId").filter(({ id, service }) => {
    if (service === "digital" && rows.one.offering !== "services") return false;
    const zones = rows.find("route_zones", `routeId:${String(id)}`);
    return zones.some((zone) => {
      const isPriced = rows.find("route_rates", `zoneId:${String(zone.id)}`).length > 0;
      return (
        isPriced &&
        rows.find("route_zone_countries", `zoneId:${String(zone.id)}`).some(({ country }) => country !== "AZ")
      );
    });
  }).length;
}

export function byType(papers: { type: unknown }[]): unknown[] {
  return papers.toSorted((a, b) => (String(a.type) < String(b.type) ? -1 : 1));
}
