import { sql } from "kysely";

/** What a line of `order_lines` looked like when it was ordered; where it had no picture yet, what its listing looks like now. */
export const LINE_PICTURE = sql<{ sha256: string } | null>`coalesce(order_lines.picture, (
  select snapshot -> 'pictures' -> 0 from listing_publications
  where listing_publications.listing_id = order_lines.listing_id and listing_publications.is_current))`;
