import { randomUUID } from "node:crypto";
import type { Db } from "~/platform/db/db.server";
import type { LocaleTexts } from "~/platform/i18n/locales";
import type { Offering, SellerStatus } from "~/modules/sellers";
import { writeRows } from "../bulk";
import { FACTORY_NOW, unique } from "./unique";

export type ZoneOptions = {
  countries: readonly string[];
  daysMin?: number;
  daysMax?: number;
  /** Heaviest parcel in grams; no limit when undefined. */
  maximumGrams?: number;
  currency?: string;
  /** Weight table in minor units; "ask for freight" when empty. */
  rates?: readonly { upToGrams: number; amountMinor: number }[];
};

export type RouteOptions = {
  service?: "post" | "courier" | "freight" | "pick_up" | "digital";
  zones: readonly ZoneOptions[];
  isActive?: boolean;
};

export type SellerOptions = {
  slug?: string;
  oldSlugs?: readonly string[];
  status?: SellerStatus;
  offering?: Offering;
  /** A name for all locales, or one per locale. */
  name?: string | LocaleTexts<string>;
  tagline?: LocaleTexts<string>;
  story?: LocaleTexts<string>;
  placeId?: string;
  categoryIds?: readonly string[];
  languages?: readonly string[];
  targetMarkets?: readonly string[];
  completedMarkets?: readonly string[];
  dispatchDays?: number;
  exportCurrency?: string;
  level?: "exploring" | "preparing" | "ready" | "exporting";
  score?: number;
  evidence?: readonly EvidenceOptions[];
  figures?: {
    ordersCompleted?: number;
    openDisputes?: number;
    recentInquiryCount?: number;
    medianFirstReplyHours?: number;
  };
  routes?: readonly RouteOptions[];
  createdAt?: Date;
};

export type EvidenceOptions = {
  documentType: string;
  status?: "submitted" | "verified" | "rejected";
  issuedOn?: string;
  expiresOn?: string;
};

export type MadeSeller = { sellerId: string; slug: string };

/** A seller with texts, a slug and whatever the options name; a draft unless they say otherwise. */
export async function makeSeller(db: Db, options: SellerOptions = {}): Promise<MadeSeller> {
  const sellerId = randomUUID();
  const slug = options.slug ?? `seller-${unique()}`;
  const createdAt = (options.createdAt ?? FACTORY_NOW).toISOString();
  const status = options.status ?? "draft";
  const name = texts(options.name ?? `Atelye ${slug}`);
  const seller = {
    id: sellerId,
    status,
    offering: options.offering ?? "goods",
    place_id: options.placeId ?? "baki-seher",
    email: `info@${slug}.example`,
    export_currency: options.exportCurrency ?? "EUR",
    dispatch_days: options.dispatchDays ?? 2,
    is_fictional: true,
    approved_at: status === "approved" || status === "suspended" ? createdAt : null,
    submitted_at: status === "submitted" ? createdAt : null,
    version: 1,
    country: "AZ",
    created_at: createdAt,
    updated_at: createdAt,
  };
  await writeRows(db, "sellers", [seller]);
  await writeRows(
    db,
    "seller_texts",
    Object.entries(name).map(([locale, value]) => ({
      seller_id: sellerId,
      locale,
      name: value,
      tagline: options.tagline?.[locale as keyof typeof name] ?? null,
      story: options.story?.[locale as keyof typeof name] ?? null,
    })),
  );
  await writeRows(
    db,
    "seller_slugs",
    [slug, ...(options.oldSlugs ?? [])].map((one) => ({
      slug: one,
      seller_id: sellerId,
      is_current: one === slug,
      created_at: createdAt,
    })),
  );
  const owned = (values: readonly string[] | undefined, column: string) =>
    (values ?? []).map((value, position) => ({ seller_id: sellerId, [column]: value, position }));
  await writeRows(db, "seller_languages", owned(options.languages ?? ["az"], "language"));
  await writeRows(db, "seller_categories", owned(options.categoryIds, "category_id"));
  await writeRows(db, "seller_target_markets", owned(options.targetMarkets, "market_id"));
  await writeRows(
    db,
    "market_readiness",
    (options.completedMarkets ?? []).map((market_id) => ({
      seller_id: sellerId,
      market_id,
      is_open: true,
      missing: [],
      computed_at: "2026-11-01T09:00:00Z",
    })),
  );
  await writeRows(
    db,
    "evidence",
    (options.evidence ?? []).map((one) => evidenceRow(sellerId, one)),
  );
  if (options.figures) {
    const { ordersCompleted = 0, openDisputes = 0, recentInquiryCount = 0, medianFirstReplyHours } = options.figures;
    const figures = {
      seller_id: sellerId,
      orders_completed: ordersCompleted,
      open_disputes: openDisputes,
      recent_inquiry_count: recentInquiryCount,
      median_first_reply_hours: medianFirstReplyHours ?? null,
      updated_at: createdAt,
    };
    await writeRows(db, "seller_figures", [figures]);
  }
  if (options.level) await makeReadinessResult(db, { sellerId, level: options.level, score: options.score });
  for (const route of options.routes ?? []) await makeRoute(db, sellerId, route);
  return { sellerId, slug };
}

/** A seller whom the public sees. */
export function makeApprovedSeller(db: Db, options: Omit<SellerOptions, "status"> = {}): Promise<MadeSeller> {
  return makeSeller(db, { ...options, status: "approved" });
}

/** Adds a route after those the seller has. */
export async function makeRoute(db: Db, sellerId: string, options: RouteOptions): Promise<{ routeId: string }> {
  const routeId = randomUUID();
  const { count } = await db
    .selectFrom("routes")
    .where("sellerId", "=", sellerId)
    .select((eb) => eb.fn.countAll<string>().as("count"))
    .executeTakeFirstOrThrow();
  const route = {
    id: routeId,
    seller_id: sellerId,
    service: options.service ?? "post",
    position: Number(count),
    is_active: options.isActive ?? true,
    created_at: FACTORY_NOW.toISOString(),
  };
  await writeRows(db, "routes", [route]);
  for (const [position, zone] of options.zones.entries()) {
    const zoneId = randomUUID();
    const zoneRow = {
      id: zoneId,
      route_id: routeId,
      position,
      days_min: zone.daysMin ?? 1,
      days_max: zone.daysMax ?? 7,
      currency: zone.currency ?? (zone.rates ? "EUR" : null),
      maximum_grams: zone.maximumGrams ?? null,
    };
    await writeRows(db, "route_zones", [zoneRow]);
    await writeRows(
      db,
      "route_zone_countries",
      zone.countries.map((country) => ({ route_id: routeId, zone_id: zoneId, country })),
    );
    await writeRows(
      db,
      "route_rates",
      (zone.rates ?? []).map(({ upToGrams, amountMinor }) => ({
        zone_id: zoneId,
        up_to_grams: upToGrams,
        amount_minor: amountMinor,
      })),
    );
  }
  return { routeId };
}

export async function makeReadinessResult(
  db: Db,
  { sellerId, level, score }: { sellerId: string; level: string; score?: number },
): Promise<void> {
  const scores: Record<string, number> = { exploring: 10, preparing: 45, ready: 82, exporting: 93 };
  const result = {
    seller_id: sellerId,
    level,
    score: score ?? scores[level] ?? 0,
    criteria_version: "1",
    computed_on: "2026-11-24",
  };
  await writeRows(db, "readiness_results", [result], { key: ["seller_id"] });
}

function evidenceRow(sellerId: string, { documentType, status = "verified", issuedOn, expiresOn }: EvidenceOptions) {
  return {
    seller_id: sellerId,
    document_type: documentType,
    status,
    issued_on: issuedOn ?? "2026-09-01",
    expires_on: expiresOn ?? "2027-09-01",
    submitted_at: FACTORY_NOW.toISOString(),
    decided_at: status === "submitted" ? null : FACTORY_NOW.toISOString(),
  };
}

/** One text stands for all locales. */
export function texts(value: string | LocaleTexts<string>): LocaleTexts<string> {
  return typeof value === "string" ? { az: value, en: value, ru: value } : value;
}
