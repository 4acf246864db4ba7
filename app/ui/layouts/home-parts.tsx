import { Link } from "@remix-run/react";
import type { ListingCardView } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { linkStyle } from "~/ui/primitives/button";
import { Icon } from "~/ui/primitives/icon";
import { OrnamentBand } from "~/ui/primitives/ornament";
import { Picture } from "~/ui/primitives/picture";
import { SearchBox } from "~/ui/search/search-box";
import { usePaths } from "./site";

/** Three pictures, one sentence, one field: the first screen of the site. */
export function Hero({ pictures }: { pictures: readonly ListingCardView[] }) {
  const paths = usePaths();
  const popular = m["home.popularWords"]().split(",");
  return (
    <section className="grid items-center gap-8 pt-8 md:grid-cols-[6fr_5fr] md:pt-12">
      <div>
        <h1 className="text-4xl md:text-5xl">{m["home.title"]()}</h1>
        <p className="measure mt-4 text-lg text-muted">{m["home.lead"]()}</p>
        <div className="mt-6 max-w-2xl">
          <SearchBox isLarge />
        </div>
        <p className="mt-3 flex flex-wrap gap-x-3 text-sm">
          <span className="py-1 text-muted">{m["home.popular"]()}</span>
          {popular.map((word) => (
            <Link key={word} to={paths.search({ q: word.trim() })} className={`${linkStyle} py-1`}>
              {word.trim()}
            </Link>
          ))}
        </p>
        <p className="mt-3">
          <Link to={paths.openShop()} className={`${linkStyle} inline-flex min-h-11 items-center`}>
            {m["home.forSellers"]()}
          </Link>
        </p>
      </div>
      <div className="grid grid-cols-3 gap-3">
        {pictures.map((card, index) =>
          card.picture ? (
            <Link
              key={card.listingId}
              to={paths.listing(card.slug)}
              className={index === 1 ? "mt-8" : ""}
              aria-label={card.title}
            >
              <Picture
                picture={{ ...card.picture, alt: "" }}
                sizes="(min-width: 48rem) 13rem, 30vw"
                isFirst
                className="rounded"
              />
            </Link>
          ) : null,
        )}
      </div>
      <OrnamentBand className="text-madder md:col-span-2" />
    </section>
  );
}

export function HowItWorks() {
  const sides = [
    { title: m["home.howBuyers"](), steps: [m["home.howBuyers1"](), m["home.howBuyers2"](), m["home.howBuyers3"]()] },
    {
      title: m["home.howSellers"](),
      steps: [m["home.howSellers1"](), m["home.howSellers2"](), m["home.howSellers3"]()],
    },
  ];
  return (
    <section className="mt-16 grid gap-6 md:grid-cols-2">
      {sides.map((side) => (
        <div key={side.title} className="rounded border border-line bg-surface p-6">
          <h2 className="text-xl">{side.title}</h2>
          <ol className="mt-4 space-y-3">
            {side.steps.map((step) => (
              <li key={step} className="flex gap-3">
                <Icon name="check" className="mt-0.5 size-5 shrink-0 text-verified" />
                <span>{step}</span>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
