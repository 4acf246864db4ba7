import { Link } from "@remix-run/react";
import type { HoldView } from "~/modules/payments";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { HoldFacts } from "./hold-facts";

type Balance = {
  currency: string;
  pending: string;
  payable: string;
  isNegative: boolean;
  kept?: string | undefined;
  atDoor?: string | undefined;
  back?: string | undefined;
  inPayout?: string | undefined;
  onItsWay?: string | undefined;
};

/** What a seller has, by currency: what is due in large, the rest beside it. */
export function SellerBalances({ balances, terms }: { balances: readonly Balance[]; terms: string }) {
  return (
    <section>
      {balances.length === 0 ? <p className="text-muted">{m["payments.payout.nothing"]()}</p> : null}
      <ul className="grid gap-4 sm:grid-cols-2">
        {balances.map((one) => (
          <li key={one.currency} className="rounded border border-line bg-surface p-5">
            <p className="text-sm text-muted">{m["payments.payout.payable"]()}</p>
            <p className="text-2xl tabular-nums">{one.payable}</p>
            {one.isNegative ? <p className="mt-1 text-sm">{m["payments.payout.negative"]()}</p> : null}
            <dl className="mt-3 flex flex-col gap-1 text-sm">
              <Figure label={m["payments.payout.inPayout"]()} amount={one.inPayout} />
              <Figure label={m["payments.payout.kept.part"]()} amount={one.kept} />
              <Figure label={m["payments.payout.pending"]()} amount={one.pending} />
              <Figure label={m["payments.payout.back.part"]()} amount={one.back} />
              <Figure label={m["payments.payout.atDoor.part"]()} amount={one.atDoor} />
              <Figure label={m["payments.payout.onItsWay"]()} amount={one.onItsWay} />
            </dl>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm text-muted">{terms}</p>
    </section>
  );
}

function Figure({ label, amount }: { label: string; amount: string | undefined }) {
  return amount === undefined ? null : (
    <div className="flex justify-between gap-4">
      <dt className="text-muted">{label}</dt>
      <dd className="tabular-nums">{amount}</dd>
    </div>
  );
}

type NamedOrder = { orderId: string; reference: string; amount: string };
type KeptOrder = NamedOrder & { why: string };
type PendingOrder = { reference: string; amount: string; when: string };
type Holds = {
  holds: readonly HoldView[];
  kept: readonly KeptOrder[];
  orders: readonly PendingOrder[];
  back: readonly NamedOrder[];
  atDoor: readonly (NamedOrder & { commission?: string | undefined })[];
};

/** What is not paid yet, why, and until when. */
export function SellerHolds({ holds, kept, orders, back, atDoor }: Holds) {
  return (
    <>
      {holds.length > 0 ? (
        <section className="mt-10">
          <h2 className="text-xl">{m["payments.payout.holds"]()}</h2>
          <ul className="mt-3 flex flex-col gap-3">
            {holds.map((hold) => (
              <li
                key={`${hold.rule} ${hold.order ?? ""}`}
                className="rounded border-l-4 border-saffron bg-saffron-wash px-4 py-3"
              >
                <HoldFacts hold={hold} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <OrdersOf
        title={m["payments.payout.kept.title"]()}
        lead={m["payments.payout.kept.lead"]()}
        orders={kept.map(({ why, ...order }) => ({ ...order, note: why }))}
      />
      <OrdersOf title={m["payments.payout.back.title"]()} lead={m["payments.payout.back.lead"]()} orders={back} />
      {orders.length > 0 ? (
        <section className="mt-10">
          <h2 className="text-xl">{m["payments.payout.orders"]()}</h2>
          <p className="measure mt-1 text-sm text-muted">{m["payments.payout.ordersLead"]()}</p>
          <ul className="mt-3">
            {orders.map((order) => (
              <li key={order.reference} className="flex justify-between gap-x-4 border-b border-line py-2.5">
                <span>
                  {m["payments.payout.order"]({ reference: order.reference })}
                  <span className="block text-sm text-muted">{order.when}</span>
                </span>
                <span className="tabular-nums">{order.amount}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <OrdersOf
        title={m["payments.payout.atDoor.title"]()}
        lead={m["payments.payout.atDoor.lead"]()}
        orders={atDoor.map(({ commission, ...order }) => ({ ...order, note: commission }))}
      />
    </>
  );
}

type OrdersProps = { title: string; lead: string; orders: readonly (NamedOrder & { note?: string | undefined })[] };

/** Orders whose money does not come by the next payout, with what each is about; nothing where there are none. */
function OrdersOf({ title, lead, orders }: OrdersProps) {
  const paths = useAllPaths();
  if (orders.length === 0) return null;
  return (
    <section className="mt-10">
      <h2 className="text-xl">{title}</h2>
      <p className="measure mt-1 text-sm text-muted">{lead}</p>
      <ul className="mt-3">
        {orders.map(({ orderId, reference, amount, note }) => (
          <li key={orderId} className="flex justify-between gap-x-4 border-b border-line py-2.5">
            <span>
              <Link to={paths.sellerOrder(orderId)} className={linkStyle}>
                {m["payments.payout.order"]({ reference })}
              </Link>
              {note === undefined ? null : <span className="block text-sm text-muted">{note}</span>}
            </span>
            <span className="tabular-nums">{amount}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Payout = {
  payoutId: string;
  reference: string;
  on: string;
  amount: string;
  account: string;
  status: string;
  reason?: string | undefined;
  cameBack?: string | undefined;
};

/** What went, goes or came back from her account. */
export function SellersPayouts({ payouts }: { payouts: readonly Payout[] }) {
  if (payouts.length === 0) return null;
  return (
    <section className="mt-10">
      <h2 className="text-xl">{m["payments.payout.paid"]()}</h2>
      <ul className="mt-3">
        {payouts.map((one) => (
          <li key={one.payoutId} className="flex justify-between gap-x-4 border-b border-line py-2.5">
            <span className="min-w-0">
              {one.on} · {one.cameBack ?? one.status}
              <span className="block text-sm text-muted [overflow-wrap:anywhere]">
                {one.account} · {one.reference}
                {one.reason ? ` · ${one.reason}` : ""}
              </span>
            </span>
            <span className="tabular-nums">{one.amount}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
