import type { Row } from "../bulk";
import { demoBuyers } from "./buyers";
import type { SeedCatalogue } from "./catalogue";
import { dayBefore, instantBefore, seedUuid } from "./ids";
import { makeRandom } from "./pictures/contract";

/** Days of looks that a seller's overview draws. */
const DAYS = 30;
/** Of a hundred listings a demo buyer keeps so many. */
const KEPT_PERCENT = 12;

/** Looks at the demo's listings, more at some than at others and more on Sundays, and what its buyers keep. */
export function interestRows({ listings }: Pick<SeedCatalogue, "listings">, now: Date): Record<string, Row[]> {
  return {
    listing_view_days: listings.flatMap(({ id }) => viewsOf(id, now)),
    saved_listings: demoBuyers.flatMap(({ key }) =>
      listings.flatMap(({ id }) => {
        const random = makeRandom(`saved/${key}/${id}`);
        if (random.whole(1, 100) > KEPT_PERCENT) return [];
        return [
          {
            user_id: seedUuid("user", key),
            listing_id: seedUuid("listing", id),
            saved_at: instantBefore(now, random.between(0.1, DAYS - 1)).toISOString(),
          },
        ];
      }),
    ),
  };
}

function viewsOf(listingId: string, now: Date): Row[] {
  const random = makeRandom(`views/${listingId}`);
  const usual = random.between(0.4, 3) ** 2;
  return Array.from({ length: DAYS }, (_, daysAgo) => {
    const day = dayBefore(now, daysAgo);
    const isSunday = new Date(`${day}T00:00:00Z`).getUTCDay() === 0;
    const views = Math.floor(usual * random.between(0.2, 1.6) * (isSunday ? 1.7 : 1));
    return { listing_id: seedUuid("listing", listingId), day, views };
  }).filter(({ views }) => views > 0);
}
