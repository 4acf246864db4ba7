import type { ProformaState } from "~/modules/orders";
import type { CheckoutStatusView, Decline } from "~/modules/payments";
import { m } from "~/paraglide/messages.js";
import { PressForm } from "~/ui/forms/press-form";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Icon } from "~/ui/primitives/icon";
import { Notice } from "~/ui/primitives/notice";
import { Proforma } from "./proforma";
import { OrderLinks } from "./order-links";
import { TransferDetails } from "./transfer-details";

type Props = {
  checkout: CheckoutStatusView;
  /** Why the last card was not taken. */
  decline: Decline | undefined;
  /** Of the one order that a transfer pays. */
  proforma: ProformaState | undefined;
  formKeys: readonly string[];
  problem: string | undefined;
};

/** How a checkout stands: paid, not yet, being checked by the bank, or ended without money. */
export function CheckoutStatus({ checkout, decline, proforma, formKeys, problem }: Props) {
  const { title, lead, icon } = wordsOf(checkout);
  const paths = useAllPaths();
  return (
    <div className="mx-auto max-w-2xl py-8">
      <h1 className="flex items-center gap-3 text-2xl">
        <Icon name={icon} className={`size-7 shrink-0 ${icon === "check" ? "text-verified" : "text-madder"}`} />
        {title}
      </h1>
      {lead ? <p className="mt-2 text-muted">{lead}</p> : null}
      {decline ? (
        <div className="mt-4">
          <Notice tone="warning">
            <p className="font-semibold">{m["checkout.after.declined"]()}</p>
            <p>{DECLINES[decline]()}</p>
          </Notice>
        </div>
      ) : null}
      {problem ? (
        <div className="mt-4">
          <Notice tone="warning">{problem}</Notice>
        </div>
      ) : null}
      <dl className="my-6 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
        <dt className="text-muted">{m["checkout.after.total"]()}</dt>
        <dd className="font-semibold tabular-nums">{checkout.total}</dd>
      </dl>
      {checkout.transfer ? (
        <div className="mb-6">
          <TransferDetails transfer={checkout.transfer} />
          <Proforma orderId={checkout.orders[0]?.orderId ?? ""} proforma={proforma} formKey={formKeys[0] ?? ""} />
        </div>
      ) : null}
      <OrderLinks orders={checkout.orders} />
      {checkout.method === "stripe" && (checkout.status === "open" || checkout.status === "ended") ? (
        <ul className="mt-6 flex flex-col gap-3">
          {payable(checkout).map(({ orderId, reference, isOnly }, at) => (
            <li key={orderId}>
              <PressForm
                action={paths.payOrder(orderId)}
                formKey={formKeys[at] ?? ""}
                fields={{ method: "stripe" }}
                look="primary"
              >
                {checkout.status === "open" ? m["checkout.after.pay"]() : m["checkout.after.payAgain"]()}
                {isOnly ? "" : ` · ${reference}`}
              </PressForm>
            </li>
          ))}
        </ul>
      ) : null}
      {checkout.waiting.length > 0 ? (
        <section className="mt-10" aria-labelledby="waiting">
          <h2 id="waiting" className="text-xl">
            {m["checkout.after.waits"]()}
          </h2>
          <p className="mt-2 mb-4 text-muted">
            {m["checkout.after.alsoWaits"]({ count: checkout.waiting.length })} {m["checkout.after.waitsLead"]()}
          </p>
          <OrderLinks orders={checkout.waiting} />
        </section>
      ) : null}
    </div>
  );
}

const DECLINES: Readonly<Record<Decline, () => string>> = {
  declined: m["checkout.after.declinedLead"],
  expired: m["checkout.after.declinedExpired"],
  "wrong-code": m["checkout.after.declinedCode"],
  unproven: m["checkout.after.declinedUnproven"],
};

/** While the page is open one button leads to it for all; after that each order is paid by itself. */
function payable({ status, orders }: CheckoutStatusView) {
  const open = orders.filter(({ isPayable }) => isPayable);
  const shown = status === "open" ? open.slice(0, 1) : open;
  return shown.map((order) => ({ ...order, isOnly: shown.length === 1 }));
}

function wordsOf({ status, method, held, orders }: CheckoutStatusView) {
  if (status === "paid") {
    const lead = orders.length === 1 ? m["checkout.after.paidOneLead"]() : m["checkout.after.paidLead"]();
    return { title: m["checkout.after.paid"](), lead, icon: "check" as const };
  }
  if (status === "processing") {
    return {
      title: m["checkout.after.processing"](),
      lead: m["checkout.after.processingLead"](),
      icon: "clock" as const,
    };
  }
  if (status === "ended") {
    return { title: m["checkout.after.ended"](), lead: m["checkout.after.endedLead"](), icon: "info" as const };
  }
  if (method !== "stripe") {
    return { title: m["checkout.after.transfer"](), lead: "", icon: "clock" as const };
  }
  const lead = held ? m["checkout.after.openLead"]({ count: held.minutes, time: held.until }) : "";
  return { title: m["checkout.after.open"](), lead, icon: "clock" as const };
}
