import { Form, Link } from "@remix-run/react";
import type { CartGroupView } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { Icon } from "~/ui/primitives/icon";
import { CartLine } from "./cart-line";

/** What is taken of one seller: its lines, how it comes, and what that makes together. */
export function CartGroup({ group, currency }: { group: CartGroupView; currency: string }) {
  const paths = useAllPaths();
  const id = `group-${group.key}`;
  return (
    <section aria-labelledby={id} className="rounded border border-line bg-surface p-5">
      <h2 id={id} className="text-lg">
        <Link to={paths.seller(group.sellerSlug)} className="underline-offset-4 hover:underline">
          {group.sellerName}
        </Link>
        {group.kind === "service" ? (
          <span className="font-sans text-base text-muted"> · {m["checkout.cart.services"]()}</span>
        ) : null}
      </h2>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {group.lines.map((line) => (
          <CartLine key={line.lineId} line={line} />
        ))}
      </ul>
      <Delivery group={group} currency={currency} />
      <GroupSum group={group} />
      {group.needsAcceptance && group.total ? (
        <p className="mt-3 flex gap-2 text-sm text-muted">
          <Icon name="clock" className="mt-0.5 size-4 shrink-0" />
          {m["checkout.cart.saysYes"]()}
        </p>
      ) : null}
      {group.total ? (
        <p className="mt-3">
          <Link to={paths.checkout({ of: group.key, pay: currency })} className={linkStyle}>
            {m["checkout.cart.checkoutOne"]()}
          </Link>
        </p>
      ) : null}
    </section>
  );
}

function Delivery({ group, currency }: { group: CartGroupView; currency: string }) {
  const paths = useAllPaths();
  return (
    <div className="mt-4">
      <h3 className="font-sans text-base font-semibold tracking-normal">{m["checkout.cart.delivery"]()}</h3>
      {group.problem ? (
        <div className="mt-1 text-sm font-medium text-pomegranate">
          <p>{group.problem}</p>
          <ul className="flex flex-wrap gap-x-4">
            {group.toAsk.map(({ lineId, title, slug, sku, quantity }) => (
              <li key={lineId}>
                <Link
                  to={paths.newInquiry({ listing: slug, variant: sku, qty: quantity })}
                  className={`${linkStyle} inline-flex min-h-11 items-center`}
                >
                  {m["checkout.cart.askSellerAbout"]({ title })}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <ul className="mt-2 flex flex-col gap-2">
        {group.choices.map((choice) => (
          <li key={choice.service}>
            <Form method="post" action={paths.chooseDelivery({ pay: currency })} preventScrollReset>
              <input type="hidden" name="seller" value={group.sellerId} />
              <input type="hidden" name="kind" value={group.kind} />
              <button
                type="submit"
                name="service"
                value={choice.service}
                aria-pressed={choice.isChosen}
                className="flex min-h-11 w-full items-center justify-between gap-4 rounded border border-line px-4 py-2 text-left hover:border-ink aria-pressed:border-ink aria-pressed:bg-sunken"
              >
                <span className="flex items-center gap-2">
                  <Icon
                    name="check"
                    className={`size-4 shrink-0 ${choice.isChosen ? "text-verified" : "text-transparent"}`}
                  />
                  <span>
                    {choice.label} <span className="text-sm text-muted">· {choice.days}</span>
                  </span>
                </span>
                <span className="whitespace-nowrap font-medium tabular-nums">{choice.cost}</span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
      {group.arrives ? <p className="mt-2 text-sm text-verified">{group.arrives}</p> : null}
      {group.incoterm ? (
        <p className="mt-2 text-sm">
          <strong className="font-semibold">{group.incoterm.term}</strong>
          <span className="text-muted"> — {group.incoterm.text}</span>
        </p>
      ) : null}
    </div>
  );
}

/** Goods, carriage and both together, of one seller. */
export function GroupSum({ group }: { group: CartGroupView }) {
  return (
    <dl className="mt-4 grid grid-cols-[1fr_auto] gap-x-6 gap-y-1 border-t border-line pt-3 tabular-nums">
      <dt className="text-muted">
        {group.kind === "service" ? m["checkout.cart.servicesSum"]() : m["checkout.cart.goods"]()}
      </dt>
      <dd className="text-right">{group.goods}</dd>
      {group.shipping ? (
        <>
          <dt className="text-muted">{m["checkout.cart.shipping"]()}</dt>
          <dd className="text-right">{group.shipping}</dd>
        </>
      ) : null}
      {group.total ? (
        <>
          <dt className="font-semibold">{m["checkout.cart.sum"]()}</dt>
          <dd className="text-right font-semibold">{group.total}</dd>
        </>
      ) : null}
    </dl>
  );
}
