import { Link } from "@remix-run/react";
import type { ListingCardView } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { Badge } from "~/ui/primitives/badge";
import { Icon } from "~/ui/primitives/icon";
import { Picture } from "~/ui/primitives/picture";
import { LevelBadge } from "~/ui/sellers/level-badge";

export const CARD_SIZES = "(min-width: 80rem) 18rem, (min-width: 48rem) 30vw, 46vw";

type Props = {
  card: ListingCardView;
  isFirst?: boolean;
  query?: Record<string, string | number | undefined>;
  /** "h2" where the cards stand right beneath the title of the page. */
  heading?: "h2" | "h3";
};

/** The whole card is one link for the pointer and for a screen reader; its words say what the picture cannot. */
export function ListingCard({ card, isFirst = false, query, heading: Heading = "h3" }: Props) {
  const paths = usePaths();
  return (
    <article className="group relative flex h-full flex-col">
      <div className="relative overflow-hidden rounded">
        {card.picture ? (
          <Picture
            picture={{ ...card.picture, alt: "" }}
            sizes={CARD_SIZES}
            isFirst={isFirst}
            className="transition-transform duration-200 group-hover:scale-[1.02]"
          />
        ) : (
          <div className="aspect-4/5 bg-sunken" />
        )}
        <div className="absolute left-2 top-2 flex flex-col items-start gap-1">
          {card.isFeatured ? (
            <Badge tone="featured" icon="star">
              {m["catalog.card.featured"]()}
            </Badge>
          ) : null}
          {card.level ? <LevelBadge level={card.level} /> : null}
        </div>
      </div>
      <div className="flex flex-1 flex-col gap-0.5 pt-3">
        <Heading className="font-sans text-base font-semibold leading-snug tracking-normal" lang={card.titleLang}>
          <Link
            to={paths.listing(card.slug, query)}
            prefetch="intent"
            className="underline-offset-4 after:absolute after:inset-0 group-hover:underline"
          >
            {card.title}
          </Link>
        </Heading>
        <p className="text-sm text-muted">
          {card.sellerName} · {card.placeName}
        </p>
        <p className="mt-1">
          {card.price ? (
            <>
              <span className="whitespace-nowrap font-semibold tabular-nums">{card.price.text}</span>
              <span className="text-sm text-muted"> {card.unit}</span>
            </>
          ) : (
            <span className="font-semibold">{m["catalog.card.onRequest"]()}</span>
          )}
          {card.price?.approximate ? (
            <span className="block whitespace-nowrap text-sm text-muted tabular-nums">{card.price.approximate}</span>
          ) : null}
          {card.bulk ? <span className="block text-sm text-muted tabular-nums">{card.bulk}</span> : null}
        </p>
        <p className="mt-auto flex items-start gap-1.5 pt-1 text-sm text-muted">
          <Icon name={card.canArrive ? "truck" : "close"} className="mt-0.5 size-4 shrink-0" />
          <span>
            {card.delivery}
            {card.minimumOrder ? ` · ${card.minimumOrder}` : ""}
          </span>
        </p>
        {card.ready ? (
          <p className="flex items-start gap-1.5 text-sm font-medium text-verified">
            <Icon name="clock" className="mt-0.5 size-4 shrink-0" />
            {card.ready}
          </p>
        ) : null}
      </div>
    </article>
  );
}
