import { Form } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { usePaths, useSite } from "~/ui/layouts/site";
import { buttonStyle, fieldStyle } from "~/ui/primitives/button";
import { Icon } from "~/ui/primitives/icon";
import { Notice } from "~/ui/primitives/notice";
import { chosenSku, VariantChoice, type Offered, type PageOf } from "./variant-choice";

/**
 * Price, quantity, readiness, shipping and what is left to the buyer: the offer for one country, in one column.
 *
 * @param page that answers for another variant or quantity; the listing's own when left out
 */
export function OfferPanel({ listing, page }: { listing: Offered; page?: PageOf }) {
  const { offer, slug } = listing;
  const paths = usePaths();
  const pageOf: PageOf = page ?? ((query) => paths.listing(slug, query));
  return (
    <section aria-labelledby="offer-heading" className="rounded border border-line bg-surface p-5">
      <h2 id="offer-heading" className="sr-only">
        {m["catalog.offer.heading"]()}
      </h2>
      <Price listing={listing} />
      <VariantChoice listing={listing} pageOf={pageOf} />
      <QuantityForm listing={listing} pageOf={pageOf} />
      {offer.tiers.length > 1 ? <Tiers listing={listing} /> : null}
      <Delivery listing={listing} />
    </section>
  );
}

function Price({ listing: { offer } }: { listing: Offered }) {
  if (!offer.price) {
    return (
      <div>
        <p className="font-serif text-2xl font-semibold">{m["catalog.card.onRequest"]()}</p>
        <p className="mt-1 text-sm text-muted">{m["catalog.offer.onRequestHint"]()}</p>
      </div>
    );
  }
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="whitespace-nowrap font-serif text-3xl font-semibold tabular-nums">{offer.price.text}</span>
        <span className="text-muted">{offer.unit}</span>
        {offer.price.place ? <span className="text-muted">· {offer.price.place}</span> : null}
      </p>
      {offer.price.approximate ? (
        <p className="text-sm text-muted tabular-nums">
          {offer.price.approximate} · {offer.price.rateNote}
        </p>
      ) : null}
      {offer.quantity > 1 ? (
        <p className="mt-1 font-medium tabular-nums">
          {offer.price.total.text}
          {offer.price.total.approximate ? (
            <span className="font-normal text-muted"> ({offer.price.total.approximate})</span>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}

function QuantityForm({ listing, pageOf }: { listing: Offered; pageOf: PageOf }) {
  const { offer } = listing;
  const site = useSite();
  const variant = chosenSku(listing);
  return (
    <Form method="get" action={pageOf({})} preventScrollReset replace className="mt-4">
      {variant ? <input type="hidden" name="variant" value={variant} /> : null}
      {site.to ? <input type="hidden" name="to" value={site.to} /> : null}
      {site.cur ? <input type="hidden" name="cur" value={site.cur} /> : null}
      <label htmlFor="qty" className="text-sm font-medium">
        {offer.quantityLabel}
      </label>
      <div className="mt-1 flex gap-2">
        <input
          key={offer.quantity}
          id="qty"
          name="qty"
          type="number"
          inputMode="numeric"
          min={1}
          max={100000}
          defaultValue={offer.quantity}
          className={`${fieldStyle} max-w-32 tabular-nums`}
        />
        <button type="submit" className={buttonStyle.secondary}>
          {m["catalog.offer.recalculate"]()}
        </button>
      </div>
      {offer.minimumOrder ? (
        <p className={`mt-1 text-sm ${offer.wasRaised ? "font-medium text-pomegranate" : "text-muted"}`}>
          {offer.minimumOrder}
        </p>
      ) : null}
    </Form>
  );
}

function Tiers({ listing: { offer } }: { listing: Offered }) {
  return (
    <table className="mt-4 w-full text-sm tabular-nums">
      <caption className="sr-only">{m["catalog.offer.tiers"]()}</caption>
      <thead>
        <tr className="border-b border-line text-left text-muted">
          <th scope="col" className="py-1.5 font-normal">
            {m["catalog.offer.tierQuantity"]()}
          </th>
          <th scope="col" className="py-1.5 text-right font-normal">
            {m["catalog.offer.tierPrice"]()}
          </th>
        </tr>
      </thead>
      <tbody>
        {offer.tiers.map((tier) => (
          <tr
            key={tier.range}
            aria-current={tier.isApplied ? "true" : undefined}
            className="border-b border-line last:border-0 aria-[current]:bg-sunken aria-[current]:font-semibold"
          >
            <td className="px-1 py-1.5">{tier.range}</td>
            <td className="whitespace-nowrap px-1 py-1.5 text-right">
              {tier.text}
              {tier.approximate ? <span className="ml-2 font-normal text-muted">{tier.approximate}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Delivery({ listing: { offer } }: { listing: Offered }) {
  const site = useSite();
  return (
    <div className="mt-5 border-t border-line pt-4">
      <h3 className="flex items-center gap-2 font-sans text-base font-semibold tracking-normal">
        <Icon name="truck" className="size-5 text-madder" />
        {m["catalog.offer.deliveryTo"]({ country: site.destinationLabel })}
      </h3>
      {offer.refusal ? (
        <div className="mt-3">
          <Notice tone="warning" icon="warning">
            {offer.refusal}
          </Notice>
        </div>
      ) : null}
      {offer.ready || offer.arrives ? (
        <ul className="mt-2 space-y-1">
          {offer.ready ? (
            <li className={offer.isReadyKnown ? "font-medium text-verified" : ""}>{offer.ready}</li>
          ) : null}
          {offer.arrives ? <li className="text-sm text-muted">{offer.arrives}</li> : null}
        </ul>
      ) : null}
      {offer.shipping.length > 0 ? (
        <ul className="mt-3 divide-y divide-line border-y border-line text-sm">
          {offer.shipping.map((choice) => (
            <li key={choice.name} className="flex items-baseline justify-between gap-4 py-2">
              <span>
                {choice.name} <span className="text-muted">· {choice.days}</span>
              </span>
              <span className="text-right font-medium tabular-nums">
                {choice.cost}
                {choice.approximate ? <span className="block font-normal text-muted">{choice.approximate}</span> : null}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {offer.stock ? <p className="mt-3 text-sm text-muted">{offer.stock}</p> : null}
      {offer.incoterm ? (
        <p className="mt-3 text-sm">
          <strong className="font-semibold">{offer.incoterm.term}</strong>
          <span className="text-muted">
            {" "}
            — {offer.incoterm.text}
            {offer.incoterm.extra ? `. ${offer.incoterm.extra}` : ""}
          </span>
        </p>
      ) : null}
      {offer.customs ? (
        <details className="mt-3 text-sm">
          <summary className="inline-flex min-h-8 list-none items-center gap-1 font-medium text-indigo">
            <Icon name="info" className="size-4" />
            {m["catalog.offer.customs"]()}
          </summary>
          <p className="mt-1 text-muted">{offer.customs.text}</p>
          <p className="mt-1 text-xs text-muted">
            {offer.customs.asOf}.{" "}
            <a
              href={offer.customs.source.url}
              rel="nofollow noopener"
              className="underline underline-offset-4"
              lang="en"
            >
              {offer.customs.source.title}
            </a>
          </p>
        </details>
      ) : null}
    </div>
  );
}
