import type { ListingCardView } from "~/modules/catalog";
import { ListingCard } from "./listing-card";

type Props = {
  cards: readonly ListingCardView[];
  isWide?: boolean;
  query?: Record<string, string | number | undefined>;
};

/** Cards in columns: two on a phone, up to four. The first row's pictures are fetched at once. */
export function ListingGrid({ cards, isWide = false, query }: Props) {
  const columns = isWide ? "sm:grid-cols-3 lg:grid-cols-4" : "sm:grid-cols-2 md:grid-cols-3";
  return (
    <ul className={`grid grid-cols-2 gap-x-4 gap-y-8 sm:gap-x-6 ${columns}`}>
      {cards.map((card, index) => (
        <li key={card.listingId}>
          <ListingCard card={card} isFirst={index < 2} query={query} />
        </li>
      ))}
    </ul>
  );
}
