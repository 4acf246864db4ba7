import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { OrderView } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { linkStyle } from "~/ui/primitives/button";

type Props = { order: OrderView; side: "buyer" | "seller" | "staff" };

/** Who sells, who buys, and where it goes. */
export function OrderSides({ order, side }: Props) {
  const paths = usePaths();
  const { buyer, seller, pickUp, note, incoterm } = order;
  return (
    <dl className="flex flex-col gap-5">
      {side === "seller" ? null : (
        <Fact name={m["orders.page.seller"]()}>
          {seller.slug ? (
            <Link to={paths.seller(seller.slug)} className={linkStyle}>
              {seller.name}
            </Link>
          ) : (
            seller.name
          )}
        </Fact>
      )}
      <Fact name={side === "buyer" ? m["orders.page.buyerOwn"]() : m["orders.page.buyer"]()}>
        <p>{buyer.name ?? m["orders.page.gone"]()}</p>
        {[buyer.company, buyer.taxNumber && m["orders.page.taxNumber"]({ number: buyer.taxNumber })].map((line) =>
          line ? <p key={line}>{line}</p> : null,
        )}
        {buyer.email ? (
          <p>
            <a href={`mailto:${buyer.email}`} className={`${linkStyle} break-all`}>
              {buyer.email}
            </a>
          </p>
        ) : null}
        {buyer.phone ? (
          <p>
            <a href={`tel:${buyer.phone}`} className={linkStyle}>
              {buyer.phone}
            </a>
          </p>
        ) : null}
      </Fact>
      <Fact name={m["orders.page.way2"]()}>{order.deliveryText}</Fact>
      {pickUp ? (
        <Fact name={m["orders.page.pickUpAt"]()}>
          <p>{pickUp.address}</p>
          {pickUp.phone ? (
            <a href={`tel:${pickUp.phone}`} className={linkStyle}>
              {pickUp.phone}
            </a>
          ) : null}
        </Fact>
      ) : null}
      {buyer.address.length > 0 ? (
        <Fact name={m["orders.page.to"]()}>
          <address className="not-italic">
            {buyer.address.map((line) => (
              <span key={line} className="block break-words">
                {line}
              </span>
            ))}
          </address>
        </Fact>
      ) : null}
      {incoterm ? <Fact name={m["orders.page.terms"]()}>{incoterm}</Fact> : null}
      {note ? (
        <Fact name={m["orders.page.note"]()}>
          <p className="whitespace-pre-line break-words">{note}</p>
        </Fact>
      ) : null}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  );
}
