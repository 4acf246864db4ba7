import type { Row } from "../bulk";
import type { SeedCatalogue } from "./catalogue";
import { instantBefore, seedUuid } from "./ids";

const LOCALES = ["az", "en", "ru"] as const;
const SLOTS = ["home_collection", "home_listing", "home_seller"] as const;
/** Why something is featured for no season in particular. */
const USUAL = "Federasiyanın seçimi";
/** What is planned comes after what runs. */
const MOST_RUNNING = 10;

/** Collections with their entries, and what the home page features: from a week ago for a year, and by the schedule. */
export function curationRows({ curation }: SeedCatalogue, now: Date): Record<string, Row[]> {
  const madeAt = instantBefore(now, 21).toISOString();
  const idOf = (slug: string) => seedUuid("collection", slug);
  const features = [
    ...SLOTS.flatMap((slot) =>
      curation.features[slot].map((name, position) => ({
        key: `${slot}/${name}`,
        slot,
        name,
        position,
        fromDay: -7,
        toDay: 358,
        reason: USUAL,
      })),
    ),
    ...curation.schedule.map((one, at) => ({
      ...one,
      key: `${one.slot}/${one.name}/${one.fromDay}`,
      position: MOST_RUNNING + at,
    })),
  ];
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
    features: features.map(({ key, slot, name, position, fromDay, toDay, reason }) => ({
      id: seedUuid("feature", key),
      slot,
      position,
      listing_id: slot === "home_listing" ? seedUuid("listing", name) : null,
      seller_id: slot === "home_seller" ? seedUuid("seller", name) : null,
      collection_id: slot === "home_collection" ? idOf(name) : null,
      reason,
      starts_at: minuteBefore(now, -fromDay),
      ends_at: minuteBefore(now, -toDay),
    })),
  };
}

/** To the minute, as a curator's own times are. */
function minuteBefore(now: Date, days: number): string {
  return `${instantBefore(now, days).toISOString().slice(0, 16)}:00.000Z`;
}
