import { Link } from "@remix-run/react";
import type { SellerBlockView } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { Icon } from "~/ui/primitives/icon";
import { LevelBadge } from "./level-badge";

/** Who makes it and what of that has been verified. */
export function SellerBlock({ seller }: { seller: SellerBlockView }) {
  const paths = usePaths();
  return (
    <section aria-labelledby="seller-heading" className="rounded border border-line p-5">
      <p className="text-sm text-muted">{m["sellers.soldBy"]()}</p>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="seller-heading" className="text-lg">
          <Link to={paths.seller(seller.slug)} prefetch="intent" className="underline-offset-4 hover:underline">
            {seller.name}
          </Link>
        </h2>
        {seller.level ? <LevelBadge level={seller.level} /> : null}
      </div>
      <p className="flex items-center gap-1 text-sm text-muted">
        <Icon name="pin" className="size-4" />
        {seller.place}
      </p>
      <VerifiedFacts badges={seller.badges} />
      <p className="mt-3 text-sm">
        <span className="text-muted">{m["sellers.languages"]()}:</span> {seller.languages}
      </p>
    </section>
  );
}

/** Papers that staff have read, with the day and the end of their validity. */
export function VerifiedFacts({ badges }: { badges: SellerBlockView["badges"] }) {
  if (badges.length === 0) return <p className="mt-3 text-sm text-muted">{m["readiness.noBadges"]()}</p>;
  return (
    <div className="mt-3">
      <h3 className="font-sans text-sm font-semibold tracking-normal text-verified">{m["readiness.verified"]()}</h3>
      <ul className="mt-1 space-y-1.5">
        {badges.map((badge) => (
          <li key={badge.label} className="flex gap-2 text-sm">
            <Icon name="check" className="mt-0.5 size-4 shrink-0 text-verified" />
            <span>
              {badge.label}
              <span className="block text-xs text-muted">
                {m["readiness.checked"]({ checked: badge.checkedOn, until: badge.validUntil })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
