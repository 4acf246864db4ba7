import type { Row } from "../bulk";
import type { SeedCatalogue } from "./catalogue";
import { instantBefore, seedUuid } from "./ids";

const LOCALES = ["az", "en", "ru"] as const;

/** Collections with their entries, and what the home page features from a week ago for a year. */
export function curationRows({ curation }: SeedCatalogue, now: Date): Record<string, Row[]> {
  const madeAt = instantBefore(now, 21).toISOString();
  const idOf = (slug: string) => seedUuid("collection", slug);
  const window = {
    reason: "demo",
    starts_at: instantBefore(now, 7).toISOString(),
    ends_at: instantBefore(now, -358).toISOString(),
  };
  const features = (slot: keyof typeof curation.features, column: string, idFor: (name: string) => string) =>
    curation.features[slot].map((name, position) => ({
      id: seedUuid("feature", `${slot}/${name}`),
      slot,
      position,
      listing_id: null,
      seller_id: null,
      collection_id: null,
      [column]: idFor(name),
      ...window,
    }));
  return {
    collections: curation.collections.map(({ slug }, position) => ({
      id: idOf(slug),
      slug,
      status: "published",
      position,
      created_at: madeAt,
      updated_at: madeAt,
    })),
    collection_texts: curation.collections.flatMap(({ slug, title, introduction }) =>
      LOCALES.map((locale) => ({
        collection_id: idOf(slug),
        locale,
        title: title[locale],
        introduction: introduction[locale],
      })),
    ),
    collection_entries: curation.collections.flatMap(({ slug, listings, sellers }) =>
      [
        ...listings.map((name) => [seedUuid("listing", name), null]),
        ...sellers.map((name) => [null, seedUuid("seller", name)]),
      ].map(([listing_id, seller_id], position) => ({ collection_id: idOf(slug), position, listing_id, seller_id })),
    ),
    features: [
      ...features("home_collection", "collection_id", idOf),
      ...features("home_listing", "listing_id", (name) => seedUuid("listing", name)),
      ...features("home_seller", "seller_id", (name) => seedUuid("seller", name)),
    ],
  };
}
