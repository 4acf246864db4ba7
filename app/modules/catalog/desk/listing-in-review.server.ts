import { findShop } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import type { Db } from "~/platform/db/db.server";
import { LOCALES } from "~/platform/i18n/locales";
import type { Reader } from "~/platform/i18n/reader";
import { formatMoney, money } from "~/platform/money";
import { goodFacts, serviceFacts, tradeFacts } from "../facts.server";
import { formatNumber, languageName } from "../format.server";
import { nameIn, referenceBook, type ReferenceBook } from "../reference-book.server";
import { RESTRICTED_MATERIALS } from "../restricted-materials";
import { snapshotOf } from "../snapshot";
import type { ListingSnapshot, PriceTier, PublishedPicture } from "../types";
import { findWorkingListing } from "../working/read-listing.server";
import type { ListingQueue } from "../working/listing-queues";
import { findPublished } from "../working/review-listing.server";
import { findApproved, findPublication } from "./earlier-publications.server";
import { compareFacts, type ComparedFact, type Fact } from "./fact-diff";

export type ReviewedPicture = { sha256: string; placeholder: string; alt: string };

export type ListingInReview = {
  listingId: string;
  slug: string;
  title: string;
  /** The version that is judged: what is written, or what a trusted seller has published already. */
  version: number;
  seller: { sellerId: string; name: string };
  isPublished: boolean;
  /** What it is compared with: what the public sees, or what staff approved last where the public sees it already. */
  comparedWith: "published" | "approved" | undefined;
  /** Empty when there is nothing to compare it with. */
  changed: ComparedFact[];
  same: Fact[];
  pictures: (ReviewedPicture & { isNew: boolean })[];
  gonePictures: ReviewedPicture[];
};

/**
 * What a reviewer judges of a listing, beside what the public sees of it; facts in the reader's words. What is public
 * already is put beside what staff approved last.
 */
export async function findListingForReview(
  db: Db,
  { listingId, queue }: { listingId: string; queue: ListingQueue },
  reader: Reader,
): Promise<ListingInReview | undefined> {
  const working = await findWorkingListing(db, { listingId });
  if (!working) return undefined;
  const published = await findPublished(db, listingId);
  const isPublicAlready = queue === "listing_checks";
  // What is written on it since waits for a decision of its own.
  const written = (isPublicAlready ? published : undefined) ?? snapshotOf(working);
  const [approved, book, shop] = await Promise.all([
    isPublicAlready ? findApproved(db, { listingId, before: written.version }) : undefined,
    referenceBook(db),
    findShop(db, written.sellerId),
  ]);
  const base = isPublicAlready ? approved : published;
  const { changed, same } = compareFacts(base ? factsOf(base, book, reader) : [], factsOf(written, book, reader));
  const title = written.texts.az.title;
  const seen = new Set(base?.pictures.map(({ sha256 }) => sha256));
  const kept = new Set(written.pictures.map(({ sha256 }) => sha256));
  return {
    listingId,
    slug: written.slug,
    title,
    version: written.version,
    seller: { sellerId: written.sellerId, name: shop?.name ?? "" },
    isPublished: published !== undefined,
    comparedWith: base && (isPublicAlready ? "approved" : "published"),
    changed: base ? changed : [],
    same: base ? same : factsOf(written, book, reader),
    pictures: written.pictures.map((picture) => ({
      ...shown(picture, title),
      isNew: base !== undefined && !seen.has(picture.sha256),
    })),
    gonePictures: (base?.pictures ?? [])
      .filter(({ sha256 }) => !kept.has(sha256))
      .map((picture) => shown(picture, title)),
  };
}

/** A publication in the words of who judges it, as the public saw it. */
export async function findPublicationForReview(
  db: Db,
  { listingId, version }: { listingId: string; version: number },
  reader: Reader,
): Promise<{ pictures: ReviewedPicture[]; facts: Fact[] } | undefined> {
  const [snapshot, book] = await Promise.all([findPublication(db, { listingId, version }), referenceBook(db)]);
  if (!snapshot) return undefined;
  const { title } = snapshot.texts.az;
  return {
    pictures: snapshot.pictures.map((picture) => shown(picture, title)),
    facts: factsOf(snapshot, book, reader),
  };
}

function shown({ sha256, placeholder }: PublishedPicture, alt: string): ReviewedPicture {
  return { sha256, placeholder, alt };
}

function factsOf(snapshot: ListingSnapshot, book: ReferenceBook, reader: Reader): Fact[] {
  const { lang } = reader;
  const facts = snapshot.kind === "service" ? serviceFacts(snapshot, reader) : goodFacts(snapshot, book, reader);
  return [
    ...textFacts(snapshot, lang),
    ...known(m["reviews.listing.category"](), nameIn(book.categories.get(snapshot.categoryId)?.names, lang)),
    ...facts.map(({ label, value }) => ({ label, value })),
    ...known(m["reviews.listing.restricted"](), restrictedName(snapshot.restrictedMaterial)),
    ...known(m["reviews.listing.wood"](), snapshot.woodSpecies.join(", ")),
    ...tradeFacts(snapshot, reader).map(({ label, value }) => ({ label, value })),
    ...known(m["reviews.listing.homePrice"](), tiersText(snapshot.homeTiers, lang)),
    ...known(m["reviews.listing.exportPrice"](), tiersText(snapshot.exportTiers, lang)),
    ...variantFacts(snapshot, lang),
  ];
}

function restrictedName(value: string | undefined): string | undefined {
  return RESTRICTED_MATERIALS.find((one) => one.value === value)?.label() ?? value;
}

/** Where there is nothing to choose, the one variant says nothing that the listing does not. */
function variantFacts({ variants }: ListingSnapshot, lang: string): Fact[] {
  if (variants.length < 2) return [];
  return variants.flatMap(({ sku, names, homeTiers = [], exportTiers = [] }) =>
    known(
      m["reviews.listing.variant"]({ sku }),
      [Object.values(names ?? {}).join(" / "), tiersText(homeTiers, lang), tiersText(exportTiers, lang)]
        .filter(Boolean)
        .join(" · ") || sku,
    ),
  );
}

function textFacts({ texts }: ListingSnapshot, lang: string): Fact[] {
  return LOCALES.flatMap((locale) => {
    const text = texts[locale];
    if (!text) return [];
    const language = languageName(locale, lang);
    return [
      ...known(m["reviews.listing.title"]({ language }), text.title, locale),
      ...known(m["reviews.listing.description"]({ language }), text.description, locale),
      ...known(m["reviews.listing.deliverables"]({ language }), text.deliverables, locale),
      ...known(m["reviews.listing.rights"]({ language }), text.rights, locale),
    ];
  });
}

/** An empty fact helps nobody. */
function known(label: string, value: string | undefined, lang?: string): Fact[] {
  return value ? [{ label, value, lang }] : [];
}

function tiersText(tiers: readonly PriceTier[], lang: string): string {
  return tiers
    .map(({ minimumQuantity, amountMinor, currency }) => {
      const amount = formatMoney(money(BigInt(amountMinor), currency), lang);
      return minimumQuantity > 1 ? `${formatNumber(minimumQuantity, lang)}+: ${amount}` : amount;
    })
    .join("; ");
}
