import { Link } from "@remix-run/react";
import type { SellerCardView } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { Icon } from "~/ui/primitives/icon";
import { Picture } from "~/ui/primitives/picture";
import { LevelBadge } from "./level-badge";

type Props = { seller: SellerCardView; heading?: "h2" | "h3" };

export function SellerCard({ seller, heading: Heading = "h3" }: Props) {
  const paths = usePaths();
  return (
    <article className="group relative flex h-full flex-col overflow-hidden rounded border border-line bg-surface">
      <div className="grid grid-cols-3 bg-sunken">
        {seller.pictures.map((picture) => (
          <Picture key={picture.sha256} picture={{ ...picture, alt: "" }} sizes="(min-width: 64rem) 9rem, 33vw" />
        ))}
      </div>
      <div className="flex flex-1 flex-col gap-1.5 p-4">
        <Heading className="text-lg leading-snug">
          <Link
            to={paths.seller(seller.slug)}
            prefetch="intent"
            className="underline-offset-4 after:absolute after:inset-0 group-hover:underline"
          >
            {seller.name}
          </Link>
        </Heading>
        <p className="flex items-center gap-1 text-sm text-muted">
          <Icon name="pin" className="size-4 shrink-0" />
          {seller.place} · {m["catalog.listingCount"]({ count: seller.listingCount })}
        </p>
        {seller.tagline ? <p className="line-clamp-2 text-sm">{seller.tagline}</p> : null}
        {seller.level ? (
          <p className="mt-auto pt-1">
            <LevelBadge level={seller.level} />
          </p>
        ) : null}
      </div>
    </article>
  );
}
