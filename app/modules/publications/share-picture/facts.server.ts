import {
  findShopPictures,
  listListingSummaries,
  readerFor,
  selectPublicListings,
} from "~/modules/catalog/index.server";
import { findCollection } from "~/modules/curation/index.server";
import { findSellerAtSlug, listSellerCards } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { dayInBaku } from "~/platform/calendar";
import type { Db } from "~/platform/db/db.server";
import type { Reader } from "~/platform/i18n/reader";
import { formatMoney } from "~/platform/money";

/** What a shared link shows, in the words of its language. */
export type ShareFacts = {
  title: string;
  /** Who and where, or what it is about. */
  subtitle: string;
  price: string | undefined;
  /** Digest of the picture's original. */
  sha256: string | undefined;
};

export type ShareKind = "listings" | "sellers" | "collections";

type Question = { kind: ShareKind; slug: string; url: URL; now: Date };

/** The facts of something public, or undefined when the public sees no such thing. */
export async function findShareFacts(db: Db, { kind, slug, url, now }: Question): Promise<ShareFacts | undefined> {
  const reader = await readerFor(db, url);
  if (kind === "listings") return listingFacts(db, reader, slug, dayInBaku(now));
  if (kind === "sellers") return sellerFacts(db, reader, slug, dayInBaku(now));
  return collectionFacts(db, reader, slug, dayInBaku(now));
}

/** What a page without a picture of its own shows. */
export function siteFacts(): ShareFacts {
  return { title: m["site.tagline"](), subtitle: m["home.meta"](), price: undefined, sha256: undefined };
}

async function listingFacts(db: Db, reader: Reader, slug: string, today: string): Promise<ShareFacts | undefined> {
  const row = await selectPublicListings(db)
    .innerJoin("listingSlugs", "listingSlugs.listingId", "listings.id")
    .where("listingSlugs.slug", "=", slug)
    .select("listings.id as listingId")
    .executeTakeFirst();
  const [listing] = row ? await listListingSummaries(db, reader, [row.listingId], { today }) : [];
  if (!listing) return undefined;
  const price = listing.price && formatMoney(listing.price, reader.lang);
  return {
    title: listing.title,
    subtitle: [listing.seller.name, listing.placeName].filter(Boolean).join(" · "),
    price,
    sha256: listing.pictures[0],
  };
}

async function sellerFacts(db: Db, reader: Reader, slug: string, today: string): Promise<ShareFacts | undefined> {
  const found = await findSellerAtSlug(db, { slug, locale: reader.lang, today });
  if (found?.kind !== "found") return undefined;
  const { seller } = found;
  const [[card], { cover }] = await Promise.all([
    listSellerCards(db, reader.lang, [seller.sellerId]),
    findShopPictures(db, seller.sellerId),
  ]);
  return {
    title: seller.name,
    subtitle: [seller.placeName, seller.tagline].filter(Boolean).join(" · "),
    price: undefined,
    sha256: cover?.sha256 ?? card?.pictures[0]?.sha256,
  };
}

/** Entries looked at for one that is public and has a picture. */
const ENTRIES_LOOKED_AT = 12;

async function collectionFacts(db: Db, reader: Reader, slug: string, today: string): Promise<ShareFacts | undefined> {
  const collection = await findCollection(db, { slug, locale: reader.lang });
  if (!collection) return undefined;
  const listings = await listListingSummaries(db, reader, collection.listingIds.slice(0, ENTRIES_LOOKED_AT), { today });
  return {
    title: collection.title,
    subtitle: collection.introduction,
    price: undefined,
    sha256: listings.find(({ pictures }) => pictures.length > 0)?.pictures[0],
  };
}
