import type { ReactNode } from "react";
import type { OwnRatingView, RatingView } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";

const MOST_STARS = 5;

/** Stars as a picture, and in words for whoever does not see it. */
export function Stars({ stars }: { stars: number }) {
  return (
    <span className="whitespace-nowrap text-lg leading-none">
      <span aria-hidden="true">
        <span className="text-saffron">{"★".repeat(stars)}</span>
        <span className="text-line">{"★".repeat(MOST_STARS - stars)}</span>
      </span>
      <span className="sr-only">{m["orders.rating.starsOf"]({ count: stars })}</span>
    </span>
  );
}

type Props = { rating: RatingView & Partial<OwnRatingView>; children?: ReactNode };

/** What a buyer says of an order, and what its seller answered. */
export function Rating({ rating, children }: Props) {
  const { stars, words, lang, when, answer, hiddenReason } = rating;
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <Stars stars={stars} />
        <span className="text-sm text-muted">{when}</span>
      </p>
      {words ? (
        <p className="measure mt-1 whitespace-pre-line break-words" lang={lang}>
          {words}
        </p>
      ) : null}
      {answer ? (
        <div className="mt-2 border-l-4 border-indigo pl-3">
          <p className="text-sm text-muted">{m["orders.rating.answered"]()}</p>
          <p className="measure whitespace-pre-line break-words">{answer}</p>
        </div>
      ) : null}
      {hiddenReason ? (
        <p className="mt-2 text-sm text-pomegranate">{m["orders.rating.hidden"]({ reason: hiddenReason })}</p>
      ) : null}
      {children}
    </div>
  );
}
