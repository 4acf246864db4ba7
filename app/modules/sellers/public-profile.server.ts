import { sql } from "kysely";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { isAnnounced } from "./closure";
import { selectClosure, selectClosureNote } from "./closure.server";
import { shownReplyHours } from "./figures.server";
import { LEGAL_FORM_NAMES } from "./legal-form-names";
import { LEGAL_FORMS, type OpenMarket, type PublicSeller, type VerifiedBadge } from "./types";

/** What answers at a seller's address. */
export type SellerAtSlug = { kind: "found"; seller: PublicSeller } | { kind: "moved"; slug: string };

/** In the reader's language, as all messages are. */
function nameOfForm(code: string | null): string | undefined {
  const form = LEGAL_FORMS.find((own) => own === code);
  // "Other" tells a buyer nothing.
  return form === undefined || form === "other" ? undefined : LEGAL_FORM_NAMES[form]();
}

/** Whether an address was a shop's public page once; not whether it still is, nor why not. */
export async function wasShopShown(db: Db, slug: string): Promise<boolean> {
  const shown = await db
    .selectFrom("sellerSlugs")
    .innerJoin("sellers", "sellers.id", "sellerSlugs.sellerId")
    .select("sellers.id")
    .where("sellerSlugs.slug", "=", slug)
    .where("sellers.approvedAt", "is not", null)
    .executeTakeFirst();
  return shown !== undefined;
}

type TextColumn = "name" | "tagline" | "story";

/** A text of the seller in the reader's language, else in Azerbaijani. */
function textColumn(column: TextColumn, locale: Locale) {
  return sql<string | null>`(
    select ${sql.ref(column)} from seller_texts
    where seller_id = sellers.id and ${sql.ref(column)} is not null
    order by locale = ${locale} desc, locale = 'az' desc limit 1)`;
}

/**
 * The public profile of an approved seller.
 *
 * @param today calendar day on which papers must still be valid
 */
export async function findSellerAtSlug(
  db: Db,
  { slug, locale, today }: { slug: string; locale: Locale; today: string },
): Promise<SellerAtSlug | undefined> {
  const row = await db
    .selectFrom("sellerSlugs")
    .innerJoin("sellers", "sellers.id", "sellerSlugs.sellerId")
    .innerJoin("sellerSlugs as current", (join) =>
      join.onRef("current.sellerId", "=", "sellers.id").on("current.isCurrent", "=", true),
    )
    .innerJoin("places", "places.id", "sellers.placeId")
    .leftJoin("readinessResults", "readinessResults.sellerId", "sellers.id")
    .leftJoin("sellerFigures", "sellerFigures.sellerId", "sellers.id")
    .where("sellerSlugs.slug", "=", slug)
    .where("sellers.status", "=", "approved")
    .select([
      "sellers.id as sellerId",
      "current.slug as currentSlug",
      "sellers.offering as offering",
      "sellers.placeId as placeId",
      "places.regionId as regionId",
      "sellers.foundedYear as foundedYear",
      "sellers.employeeCount as employeeCount",
      "sellers.email as email",
      "sellers.phone as phone",
      "sellers.website as website",
      "sellers.legalForm as legalFormCode",
      "readinessResults.level as level",
      "readinessResults.computedOn as computedOn",
      "sellerFigures.ordersCompleted as ordersCompleted",
      "sellerFigures.recentInquiryCount as recentInquiryCount",
      "sellerFigures.medianFirstReplyHours as medianFirstReplyHours",
      textColumn("name", locale).as("name"),
      textColumn("tagline", locale).as("tagline"),
      textColumn("story", locale).as("story"),
      sql<Locale>`coalesce((select locale from seller_texts where seller_id = sellers.id and story is not null
        order by locale = ${locale} desc, locale = 'az' desc limit 1), 'az')`.as("storyLocale"),
      sql<string | null>`(select legal_form_label from seller_texts where seller_id = sellers.id
        order by locale = ${locale} desc, locale = 'az' desc limit 1)`.as("legalForm"),
      sql<string>`(select name from place_texts where place_id = sellers.place_id
        order by locale = ${locale} desc, locale = 'az' desc limit 1)`.as("placeName"),
      sql<string>`(select name from region_texts where region_id = places.region_id
        order by locale = ${locale} desc, locale = 'az' desc limit 1)`.as("regionName"),
      sql<string[]>`array(select language from seller_languages where seller_id = sellers.id order by position)`.as(
        "languages",
      ),
      sql<
        string[]
      >`array(select market_id from seller_target_markets where seller_id = sellers.id order by position)`.as(
        "targetMarkets",
      ),
      sql<OpenMarket[]>`(
        select coalesce(jsonb_agg(jsonb_build_object(
          'marketId', market_id, 'metRules', coalesce(met_rules, '{}'), 'computedAt', computed_at)
          order by market_id), '[]')
        from market_readiness where seller_id = sellers.id and is_open)`.as("openMarkets"),
      sql<string[]>`array(select category_id from seller_categories where seller_id = sellers.id order by position)`.as(
        "categoryIds",
      ),
      sql<VerifiedBadge[]>`(
        select coalesce(jsonb_agg(jsonb_build_object(
          'documentType', document_type, 'checkedOn', decided_at::date::text, 'expiresOn', expires_on::text)
          order by document_type), '[]')
        from (
          select distinct on (document_type) document_type, decided_at, expires_on from evidence
          where seller_id = sellers.id and status = 'verified' and expires_on >= ${today}::date
          order by document_type, expires_on desc) as valid)`.as("badges"),
      selectClosure().as("closure"),
      selectClosureNote(locale).as("closureNote"),
      sql<PublicSeller["works"]>`(
        select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
          'title', words.title, 'role', words.role, 'client', words.client, 'year', works.year, 'url', works.url))
          order by works.position), '[]')
        from portfolio_works as works
        cross join lateral (
          select title, role, client from portfolio_work_texts where portfolio_work_id = works.id
          order by locale = ${locale} desc, locale = 'az' desc limit 1) as words
        where works.seller_id = sellers.id)`.as("works"),
    ])
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.currentSlug !== slug) return { kind: "moved", slug: row.currentSlug };
  const isPromised = row.level === "ready" || row.level === "exporting";
  return {
    kind: "found",
    seller: {
      sellerId: row.sellerId,
      slug: row.currentSlug,
      offering: row.offering === "services" ? "services" : row.offering === "both" ? "both" : "goods",
      name: row.name ?? row.currentSlug,
      tagline: row.tagline ?? undefined,
      story: row.story ?? undefined,
      storyLocale: row.storyLocale,
      placeId: row.placeId,
      regionId: row.regionId,
      placeName: row.placeName,
      regionName: row.regionName,
      foundedYear: row.foundedYear ?? undefined,
      employeeCount: row.employeeCount ?? undefined,
      legalForm: row.legalForm ?? nameOfForm(row.legalFormCode),
      email: row.email ?? undefined,
      phone: row.phone ?? undefined,
      website: row.website ?? undefined,
      languages: row.languages,
      targetMarkets: row.targetMarkets,
      openMarkets: row.openMarkets,
      categoryIds: row.categoryIds,
      badges: row.badges,
      level: isPromised ? (row.level === "ready" ? "ready" : "exporting") : undefined,
      levelOn: isPromised ? (row.computedOn ?? undefined) : undefined,
      ordersCompleted: row.ordersCompleted ?? 0,
      recentInquiryCount: row.recentInquiryCount ?? 0,
      medianFirstReplyHours: shownReplyHours(row),
      closure:
        row.closure && isAnnounced(row.closure, today)
          ? { ...row.closure, note: row.closureNote ?? undefined }
          : undefined,
      works: row.works,
    },
  };
}
