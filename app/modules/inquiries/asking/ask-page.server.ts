import {
  findListingsAtSlugs,
  listAskedListings,
  listSellerCards,
  quantityOf,
  referenceBook,
  nameIn,
  variantOf,
  type AskedListing,
} from "~/modules/catalog/index.server";
import { shownReplyHours } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { textIn } from "~/platform/i18n/locales";
import type { Reader } from "~/platform/i18n/reader";
import { isUuid } from "~/platform/uuid";
import { MOST_LINES, type AskedLine } from "../types";
import type { AskedLineView, AskPage } from "./views";
import { sellerNameIn } from "../seller-name.server";

/** Listings of the seller that are offered beside those that are asked about. */
const MORE_LISTINGS = 24;

/**
 * The page of "Ask this seller" as its address says: `listing=` once or several times, with `variant=` and `qty=` for the
 * first of them, or `seller=` alone.
 */
export async function openAskPage(
  db: Db,
  { url, reader }: { url: URL; reader: Reader },
  now = clock(),
): Promise<AskPage | undefined> {
  const slugs = url.searchParams.getAll("listing").slice(0, MOST_LINES);
  const found = await findListingsAtSlugs(db, slugs);
  const seller = await findSeller(db, reader, { slug: url.searchParams.get("seller") ?? "", id: found[0]?.sellerId });
  if (!seller) return undefined;
  const sku = variantOf(url);
  const lines = found
    .filter(({ sellerId }) => sellerId === seller.sellerId)
    .map(({ listingId }, at) => ({
      listingId,
      variantId: undefined,
      sku: at === 0 ? sku : undefined,
      quantity: at === 0 ? (quantityOf(url) ?? 1) : 1,
    }));
  return describe(db, reader, seller, lines, now);
}

/** The same for lines that a form carries. */
export async function describeAsked(
  db: Db,
  reader: Reader,
  { sellerId, lines }: { sellerId: string; lines: readonly AskedLine[] },
  now = clock(),
): Promise<AskPage | undefined> {
  // Anybody may post anything as the form's.
  const seller = isUuid(sellerId) ? await findSeller(db, reader, { slug: "", id: sellerId }) : undefined;
  return seller && describe(db, reader, seller, lines, now);
}

type Seller = AskPage["seller"];

async function findSeller(
  db: Db,
  { lang }: Reader,
  { slug, id }: { slug: string; id: string | undefined },
): Promise<Seller | undefined> {
  const row = await db
    .selectFrom("sellers")
    .innerJoin("sellerSlugs", (join) =>
      join.onRef("sellerSlugs.sellerId", "=", "sellers.id").on("sellerSlugs.isCurrent", "is", true),
    )
    .leftJoin("sellerFigures", "sellerFigures.sellerId", "sellers.id")
    .where("sellers.status", "=", "approved")
    .where((eb) => (id === undefined ? eb("sellerSlugs.slug", "=", slug) : eb("sellers.id", "=", id)))
    .select([
      "sellers.id as sellerId",
      "sellerSlugs.slug",
      "sellers.placeId",
      "sellerFigures.recentInquiryCount",
      "sellerFigures.medianFirstReplyHours",
      sellerNameIn(lang).as("name"),
    ])
    .executeTakeFirst();
  if (!row) return undefined;
  const { places } = await referenceBook(db);
  const hours = shownReplyHours(row);
  return {
    sellerId: row.sellerId,
    slug: row.slug,
    name: row.name,
    place: nameIn(places.get(row.placeId)?.names, lang),
    replyTime: hours === undefined ? undefined : m["sellers.replyTime"]({ count: hours }),
  };
}

type Line = AskedLine & { sku?: string | undefined };

async function describe(db: Db, reader: Reader, seller: Seller, lines: readonly Line[], now: Date): Promise<AskPage> {
  const today = dayInBaku(now);
  const [listings, cards] = await Promise.all([
    listAskedListings(db, reader, lines, today),
    listSellerCards(db, reader, { sellerId: seller.sellerId, limit: MORE_LISTINGS, today }),
  ]);
  const known = new Set(lines.map(({ listingId }) => listingId));
  return {
    seller,
    lines: lines.flatMap((line, at) => {
      const listing = listings[at];
      return listing ? [lineView(line, listing, reader)] : [];
    }),
    more: cards
      .filter(({ listingId }) => !known.has(listingId))
      .map(({ listingId, title, price, picture }) => ({
        listingId,
        title,
        price: price?.text,
        picture: picture && { sha256: picture.sha256 },
      })),
  };
}

function lineView(line: Line, { snapshot, view, variantId }: AskedListing, { lang }: Reader): AskedLineView {
  const { offer } = view;
  const [shipping] = offer.shipping;
  return {
    listingId: line.listingId,
    variantId,
    quantity: line.quantity,
    slug: snapshot.slug,
    title: view.title,
    titleLang: view.textLang,
    picture: view.pictures[0],
    variants:
      snapshot.variants.length > 1
        ? snapshot.variants.map((variant) => ({
            variantId: variant.variantId,
            name: variant.names ? textIn(variant.names, lang).text : variant.sku,
          }))
        : [],
    unit: offer.unit,
    price: offer.price?.text,
    total: offer.price && line.quantity > 1 ? offer.price.total.text : undefined,
    minimumOrder: offer.minimumOrder,
    ready: offer.ready,
    shipping: shipping && `${shipping.name}, ${shipping.days}, ${shipping.cost}`,
    refusal: offer.refusal,
  };
}
