import { randomUUID } from "node:crypto";
import type { Db } from "~/platform/db/db.server";
import type { LocaleTexts } from "~/platform/i18n/locales";
import { writeRows } from "../bulk";
import { texts } from "./sellers";
import { FACTORY_NOW, unique } from "./unique";

export type CollectionOptions = {
  slug?: string;
  status?: "draft" | "published" | "archived";
  title?: string | LocaleTexts<string>;
  introduction?: string | LocaleTexts<string>;
  position?: number;
  listingIds?: readonly string[];
  sellerIds?: readonly string[];
};

/** A published collection of the given listings and sellers, in that order. */
export async function makeCollection(
  db: Db,
  options: CollectionOptions = {},
): Promise<{ collectionId: string; slug: string }> {
  const collectionId = randomUUID();
  const slug = options.slug ?? `collection-${unique()}`;
  await writeRows(db, "collections", [
    {
      id: collectionId,
      slug,
      status: options.status ?? "published",
      position: options.position ?? 0,
      created_at: FACTORY_NOW.toISOString(),
      updated_at: FACTORY_NOW.toISOString(),
    },
  ]);
  const title = texts(options.title ?? `Kolleksiya ${slug}`);
  const introduction = texts(options.introduction ?? "Seçilmiş işlər.");
  await writeRows(
    db,
    "collection_texts",
    Object.entries(title).map(([locale, value]) => ({
      collection_id: collectionId,
      locale,
      title: value,
      introduction: introduction[locale as keyof typeof title] ?? introduction.az,
    })),
  );
  const entries = [
    ...(options.listingIds ?? []).map((id) => [id, null]),
    ...(options.sellerIds ?? []).map((id) => [null, id]),
  ];
  await writeRows(
    db,
    "collection_entries",
    entries.map(([listing_id, seller_id], position) => ({
      collection_id: collectionId,
      position,
      listing_id,
      seller_id,
    })),
  );
  return { collectionId, slug };
}

export type FeatureOptions = {
  listingId?: string;
  sellerId?: string;
  collectionId?: string;
  position?: number;
  startsAt?: Date;
  endsAt?: Date;
};

/** Places one listing, seller or collection on the home page, from a day before `FACTORY_NOW` for thirty days. */
export async function makeFeature(db: Db, options: FeatureOptions): Promise<{ featureId: string }> {
  const featureId = randomUUID();
  const day = 86_400_000;
  await writeRows(db, "features", [
    {
      id: featureId,
      slot: options.listingId ? "home_listing" : options.sellerId ? "home_seller" : "home_collection",
      position: options.position ?? 0,
      listing_id: options.listingId ?? null,
      seller_id: options.sellerId ?? null,
      collection_id: options.collectionId ?? null,
      reason: "test",
      starts_at: (options.startsAt ?? new Date(FACTORY_NOW.getTime() - day)).toISOString(),
      ends_at: (options.endsAt ?? new Date(FACTORY_NOW.getTime() + 29 * day)).toISOString(),
    },
  ]);
  return { featureId };
}
