import { findSellerAtSlug } from "~/modules/sellers/index.server";
import type { PublicSeller } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { dayInBaku } from "~/platform/calendar";
import type { Db } from "~/platform/db/db.server";
import { pathsFor } from "~/platform/http/paths";
import { qrSvg } from "~/platform/http/qr.server";
import type { Reader } from "~/platform/i18n/reader";
import { toDecimal } from "~/platform/money";
import { closureView } from "./closure-view.server";
import { documentName } from "./document-names.server";
import { findListingAtSlug, listSellerCards, type PublishedPrice } from "./listing-page.server";
import { formatDay, languageName } from "./format.server";
import type { ListingSnapshot } from "./types";
import type { ClosureView, ListingCardView, ListingPageView, SellerBlockView } from "./views";

export type Crumb = { label: string; href: string | undefined };

export type ListingPage = {
  listing: ListingPageView;
  more: ListingCardView[];
  crumbs: Crumb[];
  /** schema.org Product or Service. */
  structured: Record<string, unknown>;
  qr: string;
  shareUrl: string;
  closure: ClosureView | undefined;
};

export type OpenedListing =
  /** With what the public sees of it, for rooms that say more of the listing. */
  | { kind: "found"; page: ListingPage; snapshot: ListingSnapshot }
  | { kind: "moved"; slug: string }
  /** It was public once and may be again. */
  | { kind: "away" }
  | { kind: "gone" };

type Question = { slug: string; reader: Reader; url: URL; origin: string; now: Date };

/** More than any maker can deliver in a year; a larger number in the address is not a need. */
const LARGEST_QUANTITY = 100_000;

/** Whole pieces asked for in `qty=`; anything else is no question. */
export function quantityOf(url: URL): number | undefined {
  const asked = Number(url.searchParams.get("qty"));
  return Number.isSafeInteger(asked) && asked >= 1 && asked <= LARGEST_QUANTITY ? asked : undefined;
}

/** The SKU asked for in `variant=`. */
export function variantOf(url: URL): string | undefined {
  return url.searchParams.get("variant") ?? undefined;
}

/** Other work of the seller under a listing. */
const MORE_CARDS = 4;

/** Everything on a listing's page. */
export async function openListing(
  db: Db,
  { slug, reader, url, origin, now }: Question,
): Promise<OpenedListing | undefined> {
  const today = dayInBaku(now);
  const found = await findListingAtSlug(db, {
    slug,
    reader,
    quantity: quantityOf(url),
    variant: variantOf(url),
    today,
  });
  if (found?.kind !== "found") return found;
  const { snapshot } = found;
  const [owner, more] = await Promise.all([
    findSellerAtSlug(db, { slug: found.sellerSlug, locale: reader.lang, today }),
    listSellerCards(db, reader, {
      sellerId: snapshot.sellerId,
      exceptId: snapshot.listingId,
      limit: MORE_CARDS,
      today,
    }),
  ]);
  if (owner?.kind !== "found") return { kind: "away" };
  const paths = pathsFor(reader);
  const listing: ListingPageView = {
    ...found.view,
    seller: sellerBlock(owner.seller, reader),
    // One of a kind is its own sample, and work is not sampled by the piece.
    canBeSampled: snapshot.kind === "good" && snapshot.stockPolicy !== "one_of_a_kind",
  };
  const shareUrl = `${origin}${pathsFor({ ...reader, to: undefined, cur: undefined }).listing(slug)}`;
  return {
    kind: "found",
    snapshot,
    page: {
      listing,
      more,
      crumbs: [
        { label: m["site.menu.catalogue"](), href: paths.search() },
        ...(listing.category.parent
          ? [{ label: listing.category.parent.label, href: paths.category(listing.category.parent.id) }]
          : []),
        { label: listing.category.label, href: paths.category(listing.category.id) },
        { label: listing.title, href: undefined },
      ],
      structured: structuredData(listing, snapshot, found.priceMinor, origin, shareUrl),
      qr: qrSvg(`${shareUrl}?src=qr`),
      shareUrl,
      closure: closureView(owner.seller.closure, today, reader.lang),
    },
  };
}

/** What a buyer wants to know of the maker, beside the offer. */
export function sellerBlock(seller: PublicSeller, { lang }: Reader): SellerBlockView {
  return {
    slug: seller.slug,
    name: seller.name,
    place: seller.placeName,
    level: seller.level,
    badges: seller.badges.map((badge) => ({
      label: documentName(badge.documentType),
      checkedOn: formatDay(badge.checkedOn, lang),
      validUntil: formatDay(badge.expiresOn, lang),
    })),
    languages: seller.languages.map((language) => languageName(language, lang)).join(", "),
    replyTime:
      seller.medianFirstReplyHours === undefined
        ? undefined
        : m["sellers.replyTime"]({ count: seller.medianFirstReplyHours }),
    email: seller.email,
    phone: seller.phone,
    website: seller.website,
  };
}

function structuredData(
  listing: ListingPageView,
  snapshot: ListingSnapshot,
  price: PublishedPrice | undefined,
  origin: string,
  url: string,
): Record<string, unknown> {
  const maker = { "@type": "Organization", name: listing.seller.name };
  const offer = price && {
    "@type": "Offer",
    url,
    price: toDecimal({ amountMinor: BigInt(price.amount), currency: price.currency }),
    priceCurrency: price.currency,
    availability: `https://schema.org/${snapshot.stockPolicy === "made_to_order" ? "MadeToOrder" : "InStock"}`,
    seller: maker,
  };
  const common = {
    name: listing.title,
    description: listing.description,
    url,
    image: snapshot.pictures.map((picture) => `${origin}/media/${picture.sha256}/1280.jpeg`),
    ...(offer ? { offers: offer } : {}),
  };
  if (snapshot.kind === "service") {
    return { "@type": "Service", ...common, provider: maker, serviceType: listing.category.label };
  }
  return {
    "@type": "Product",
    ...common,
    sku: snapshot.variants[0]?.sku,
    brand: maker,
    category: listing.category.label,
    material: listing.facts[0]?.value,
    countryOfOrigin: snapshot.originCountry,
  };
}
