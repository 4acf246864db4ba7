import { Form } from "@remix-run/react";
import type { ListingCardView } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { buttonStyle } from "~/ui/primitives/button";
import { ListingCard } from "./listing-card";

/** Cards that a person keeps, each with a way to let go of it. */
export function SavedGrid({ cards }: { cards: readonly ListingCardView[] }) {
  const paths = usePaths();
  return (
    <ul className="grid grid-cols-2 gap-x-4 gap-y-8 sm:gap-x-6 lg:grid-cols-3">
      {cards.map((card, index) => (
        <li key={card.listingId} className="flex flex-col">
          <div className="flex-1">
            <ListingCard card={card} isFirst={index < 2} heading="h2" />
          </div>
          <Form method="post" action={paths.unsave()} className="mt-2">
            <input type="hidden" name="listing" value={card.listingId} />
            <button type="submit" className={`${buttonStyle.quiet} -ml-3`}>
              {m["accounts.remove"]()}
              <span className="sr-only"> {card.title}</span>
            </button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
