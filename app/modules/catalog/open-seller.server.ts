import { findSellerAtSlug, wasShopShown, type PublicSeller } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { dayInBaku } from "~/platform/calendar";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { pathsFor } from "~/platform/http/paths";
import { qrSvg } from "~/platform/http/qr.server";
import type { Reader } from "~/platform/i18n/reader";
import { closureView } from "./closure-view.server";
import { formatDay, languageName } from "./format.server";
import { countPublicListings, listSellerCards, listSellerTerms, type SellerTerms } from "./listing-page.server";
import { sellerBlock, type Crumb } from "./open-listing.server";
import { findShopPictures, type ShopPictures } from "./shop-pictures.server";
import type { ClosureView, FactRow, ListingCardView, ReadinessView } from "./views";

export type SellerPage = {
  seller: {
    sellerId: string;
    slug: string;
    name: string;
    place: string;
    region: { id: string; label: string };
    tagline: string | undefined;
    story: string | undefined;
    storyLang: Locale | undefined;
    foundedYear: number | undefined;
    facts: FactRow[];
    readiness: ReadinessView;
    works: PublicSeller["works"];
    openMarkets: PublicSeller["openMarkets"];
    closure: ClosureView | undefined;
    email: string | undefined;
    phone: string | undefined;
    website: string | undefined;
  };
  pictures: ShopPictures;
  cards: ListingCardView[];
  total: number;
  crumbs: Crumb[];
  qr: string;
  shareUrl: string;
};

export type OpenedSeller =
  | { kind: "found"; page: SellerPage }
  | { kind: "moved"; slug: string }
  /** It was public once and may be again. */
  | { kind: "away" };

type Question = { slug: string; reader: Reader; origin: string; now: Date };

/** Listings shown on a seller's page; the rest is a search away. */
const CARDS_ON_PAGE = 24;

/** Everything on a seller's page. */
export async function openSeller(db: Db, { slug, reader, origin, now }: Question): Promise<OpenedSeller | undefined> {
  const today = dayInBaku(now);
  const found = await findSellerAtSlug(db, { slug, locale: reader.lang, today });
  if (!found) return (await wasShopShown(db, slug)) ? { kind: "away" } : undefined;
  if (found.kind === "moved") return found;
  const { seller } = found;
  const [pictures, cards, total, terms] = await Promise.all([
    findShopPictures(db, seller.sellerId),
    listSellerCards(db, reader, { sellerId: seller.sellerId, limit: CARDS_ON_PAGE, today }),
    countPublicListings(db, seller.sellerId),
    listSellerTerms(db, seller.sellerId),
  ]);
  const paths = pathsFor(reader);
  const shareUrl = `${origin}${pathsFor({ ...reader, to: undefined, cur: undefined }).seller(slug)}`;
  const { lang } = reader;
  return {
    kind: "found",
    page: {
      seller: {
        sellerId: seller.sellerId,
        slug,
        name: seller.name,
        place: seller.placeName,
        region: { id: seller.regionId, label: seller.regionName },
        tagline: seller.tagline,
        story: seller.story,
        storyLang: seller.storyLocale === lang ? undefined : seller.storyLocale,
        foundedYear: seller.foundedYear,
        facts: sellerFacts(seller, terms, reader),
        readiness: readinessView(seller, reader),
        works: seller.works,
        openMarkets: seller.openMarkets,
        closure: closureView(seller.closure, today, lang),
        email: seller.email,
        phone: seller.phone,
        website: seller.website,
      },
      pictures,
      cards,
      total,
      crumbs: [
        { label: m["sellers.title"](), href: paths.sellers() },
        { label: seller.name, href: undefined },
      ],
      qr: qrSvg(`${shareUrl}?src=qr`),
      shareUrl,
    },
  };
}

function sellerFacts(seller: PublicSeller, terms: SellerTerms, { lang }: Reader): FactRow[] {
  const rows: [string, string | undefined][] = [
    [m["sellers.languages"](), seller.languages.map((language) => languageName(language, lang)).join(", ")],
    [m["sellers.fact.legalForm"](), seller.legalForm],
    [m["sellers.fact.founded"](), seller.foundedYear === undefined ? undefined : String(seller.foundedYear)],
    [
      m["sellers.fact.team"](),
      seller.employeeCount === undefined ? undefined : m["sellers.employees"]({ count: seller.employeeCount }),
    ],
    [m["catalog.fact.leadTime"](), daysRange(terms)],
    [m["sellers.fact.incoterms"](), terms.incoterms.join(", ")],
    [m["sellers.fact.orders"](), seller.ordersCompleted > 0 ? String(seller.ordersCompleted) : undefined],
    [
      m["sellers.fact.reply"](),
      seller.medianFirstReplyHours === undefined
        ? undefined
        : m["sellers.replyTime"]({ count: seller.medianFirstReplyHours }),
    ],
  ];
  return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function daysRange({ leadTimeFrom, leadTimeTo }: SellerTerms): string | undefined {
  if (leadTimeFrom === undefined || leadTimeTo === undefined) return undefined;
  if (leadTimeFrom === leadTimeTo) return m["catalog.route.days"]({ count: leadTimeTo });
  return m["catalog.route.daysRange"]({ from: String(leadTimeFrom), count: leadTimeTo });
}

function readinessView(seller: PublicSeller, reader: Reader): ReadinessView {
  const { lang } = reader;
  return {
    level: seller.level,
    meaning:
      seller.level === undefined
        ? undefined
        : seller.level === "exporting"
          ? m["readiness.meaning.exporting"]()
          : m["readiness.meaning.ready"](),
    asOf: seller.levelOn === undefined ? undefined : m["readiness.asOf"]({ day: formatDay(seller.levelOn, lang) }),
    badges: sellerBlock(seller, reader).badges,
  };
}
