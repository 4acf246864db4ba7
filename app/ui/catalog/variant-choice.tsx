import { Link } from "@remix-run/react";
import type { ListingPageView } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";

export type Offered = Omit<ListingPageView, "seller" | "canBeSampled">;
/** Where the same listing is shown with another answer to what is asked. */
export type PageOf = (query: { variant?: string | undefined; qty?: number | undefined }) => string;

/** SKU of the variant that the offer is for. */
export function chosenSku({ variants }: Pick<Offered, "variants">): string | undefined {
  return variants.find(({ isChosen }) => isChosen)?.sku;
}

/** Sizes or colours as links: what is chosen stands in the address, and is chosen without scripts as well. */
export function VariantChoice({ listing, pageOf }: { listing: Offered; pageOf: PageOf }) {
  const { variants, offer } = listing;
  const chosen = variants.find(({ isChosen }) => isChosen);
  if (variants.length === 0) return null;
  return (
    <div className="mt-4">
      <h3 id="variants" className="font-sans text-sm font-medium tracking-normal">
        {m["catalog.variant.choose"]()}
      </h3>
      <ul aria-labelledby="variants" className="mt-1 grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-2">
        {variants.map((variant) => (
          <li key={variant.sku}>
            <Link
              to={pageOf({
                variant: variant.isChosen ? undefined : variant.sku,
                qty: offer.isAsked ? offer.quantity : undefined,
              })}
              replace
              preventScrollReset
              aria-current={variant.isChosen ? "true" : undefined}
              className="flex h-full min-h-11 flex-col justify-center rounded border border-field px-3 py-1.5 text-sm hover:border-ink aria-[current]:border-ink aria-[current]:bg-sunken aria-[current]:ring-1 aria-[current]:ring-ink"
            >
              <span className="font-semibold" lang={variant.lang}>
                {variant.name}
              </span>
              <span className="text-muted tabular-nums">
                {[variant.price, variant.stock].filter(Boolean).join(" · ")}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {chosen ? <p className="mt-1 text-sm text-muted">{m["catalog.variant.price"]({ name: chosen.name })}</p> : null}
    </div>
  );
}
