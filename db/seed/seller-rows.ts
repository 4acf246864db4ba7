import type { Row } from "../bulk";
import { dispatchDaysOf } from "./capacity";
import type { SeedNames, SeedSeller } from "./catalogue";
import { dayBefore, instantBefore, seedUuid } from "./ids";
import { confirmableRules } from "./market-rules";
import { makeRandom } from "./pictures/contract";

/** Addresses under which some sellers were known before. */
const OLD_SLUGS: Readonly<Record<string, readonly string[]>> = {
  s01: ["niyal-misgerlik", "lahic-misgerleri"],
  s08: ["sahdag-xalca"],
  s36: ["kunc"],
};

/** What a shop says of itself where the seed only knows that it does. */
const DECLARED_WORDS: Readonly<Record<string, string>> = {
  capacity: "Ayda 60 ədədə qədər; ən böyük sifarişimiz 200 ədəd olub.",
  payment_terms: "50 % avans, qalanı göndərişdən əvvəl; bank köçürməsi.",
  target_market: "Almaniyada kiçik kafelər əl işi qab axtarır; Frankfurt sərgisində üç müraciət almışıq.",
  answers_in_english: "Müraciətlərə Fidan cavab verir: ingilis və rus dillərində.",
};

const LOCALES = ["az", "en", "ru"] as const;

/** Rows of one seller by table, as its seed entry says; days count back from `now`. */
export function sellerRows(seller: SeedSeller, now: Date): Record<string, Row[]> {
  const id = seedUuid("seller", seller.id);
  const { demo } = seller;
  const joinedDaysAgo = makeRandom(`joined/${seller.id}`).whole(320, 700);
  const joinedAt = instantBefore(now, joinedDaysAgo).toISOString();
  const confirmedAt = demo.contact_confirmed ? instantBefore(now, joinedDaysAgo - 1).toISOString() : null;
  const ordered = (values: readonly string[], column: string) =>
    values.map((value, position) => ({ seller_id: id, [column]: value, position }));
  return {
    sellers: [
      {
        id,
        organisation_id: seedUuid("organisation", seller.id),
        status: "approved",
        offering: seller.type,
        legal_form: seller.legal_form,
        voen: seller.voen,
        founded_year: seller.founded,
        employee_count: seller.employees,
        sme_category: seller.sme_category,
        place_id: seller.place,
        postal_code: seller.address.postal_code,
        country: seller.address.country,
        phone: seller.phone,
        phone_confirmed_at: confirmedAt,
        email: seller.email,
        email_confirmed_at: confirmedAt,
        website: seller.website,
        iban: seller.iban,
        export_currency: seller.export_currency,
        dispatch_days: dispatchDaysOf(seller),
        is_fictional: seller.fictional,
        version: 1,
        approved_at: instantBefore(now, joinedDaysAgo - 5).toISOString(),
        created_at: joinedAt,
        updated_at: joinedAt,
      },
    ],
    seller_texts: LOCALES.map((locale) => ({
      seller_id: id,
      locale,
      name: seller.name[locale],
      story: seller.bio[locale],
      address_line: seller.address.line[locale],
      legal_form_label: seller.legal_form_label[locale],
    })),
    seller_slugs: [seller.slug, ...(OLD_SLUGS[seller.id] ?? [])].map((slug) => ({
      slug,
      seller_id: id,
      is_current: slug === seller.slug,
      created_at: joinedAt,
    })),
    seller_languages: ordered(seller.languages, "language"),
    seller_target_markets: ordered(seller.target_markets, "market_id"),
    seller_categories: ordered(seller.categories, "category_id"),
    evidence: demo.documents.map((document, index) => {
      const isOpen = document.status === "submitted";
      return {
        id: seedUuid("evidence", `${seller.id}/${index}`),
        seller_id: id,
        document_type: document.type,
        status: document.status,
        issued_on: dayBefore(now, document.issued_days_ago),
        expires_on: dayBefore(now, document.issued_days_ago - document.valid_for_days),
        // What waits was brought lately, however old the paper is.
        submitted_at: instantBefore(
          now,
          isOpen ? Math.min(2, document.issued_days_ago) : Math.max(0, document.issued_days_ago - 1),
        ).toISOString(),
        submitted_by: seedUuid("user", `owner-${seller.id}`),
        decided_by: isOpen ? null : seedUuid("user", "staff-reviewer"),
        decided_at: isOpen ? null : instantBefore(now, Math.max(0, document.issued_days_ago - 2)).toISOString(),
      };
    }),
    seller_declarations: Object.entries(demo.declared).map(([name, isDeclared]) => ({
      seller_id: id,
      name,
      is_declared: isDeclared,
      words: isDeclared ? (DECLARED_WORDS[name] ?? seller.sme_category) : null,
      declared_at: isDeclared ? instantBefore(now, 22 + (seller.name.az.length % 20)).toISOString() : null,
      confirmed_at: isDeclared && demo.declared_confirmed_by_staff ? instantBefore(now, 20).toISOString() : null,
    })),
    market_confirmations: demo.market_checklist_complete.flatMap((market) =>
      confirmableRules(market).map(({ rule, side }) => ({
        seller_id: id,
        market_id: market,
        rule_id: rule,
        side,
        confirmed_at: instantBefore(now, 12).toISOString(),
      })),
    ),
    seller_figures: [
      {
        seller_id: id,
        orders_completed: demo.orders_completed,
        open_disputes: demo.open_disputes,
        recent_inquiry_count: demo.inquiries_90d,
        median_first_reply_hours: demo.median_first_reply_hours,
        updated_at: now.toISOString(),
      },
    ],
    ...portfolioRows(seller, id),
  };
}

function portfolioRows(seller: SeedSeller, sellerId: string): Record<string, Row[]> {
  const works = (seller.demo.portfolio_works ?? []).map(({ title, year, role, client }, position) => ({
    title,
    year,
    role,
    client,
    position,
    id: seedUuid("work", `${seller.id}/${position}`),
  }));
  const textOf = (names: SeedNames, locale: (typeof LOCALES)[number]) => names[locale];
  return {
    portfolio_works: works.map(({ id, position, year }) => ({
      id,
      seller_id: sellerId,
      position,
      year,
      url: `${seller.website}/works/${position + 1}`,
    })),
    portfolio_work_texts: works.flatMap(({ id, title, role, client }) =>
      LOCALES.map((locale) => ({
        portfolio_work_id: id,
        locale,
        title: textOf(title, locale),
        role: textOf(role, locale),
        client: textOf(client, locale),
      })),
    ),
  };
}
