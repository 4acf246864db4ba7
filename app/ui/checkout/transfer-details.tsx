import type { TransferView } from "~/modules/payments";
import { m } from "~/paraglide/messages.js";
import { Notice } from "~/ui/primitives/notice";

/** What is copied into the form of a bank: each value is marked whole by one press, so that none is typed off by hand. */
export function TransferDetails({ transfer }: { transfer: TransferView }) {
  const { account, amount, reference, until, together, onBehalfOf } = transfer;
  if (!account) return <Notice tone="warning">{m["checkout.transfer.noAccount"]()}</Notice>;
  return (
    <section aria-labelledby="transfer" className="rounded border border-line bg-sunken p-4 sm:p-5">
      <h3 id="transfer" className="text-lg">
        {m["checkout.transfer.title"]()}
      </h3>
      <p className="measure mt-1 text-sm">{m["checkout.transfer.lead"]({ reference })}</p>
      {together ? (
        <p className="measure mt-2 text-sm font-medium">{m["checkout.transfer.several"]({ orders: together })}</p>
      ) : null}
      <dl className="mt-3 grid gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
        <Copied name={m["checkout.after.receiver"]()} value={account.name} />
        <Copied name="IBAN" value={account.iban} />
        <Copied name="BIC (SWIFT)" value={account.bic} />
        <Copied name={m["checkout.after.total"]()} value={amount} />
        <Copied name={m["checkout.after.purpose"]()} value={reference} />
        {until ? (
          <div className="contents">
            <dt className="text-muted">{m["checkout.transfer.until"]()}</dt>
            <dd className="font-medium max-sm:-mt-2">{until}</dd>
          </div>
        ) : null}
      </dl>
      {onBehalfOf ? (
        <p className="measure mt-3 text-sm">
          {m["checkout.transfer.onBehalf"]({ account: account.name, merchant: onBehalfOf })}
        </p>
      ) : null}
      <p className="measure mt-3 text-sm text-muted">{m["checkout.transfer.charges"]()}</p>
    </section>
  );
}

function Copied({ name, value }: { name: string; value: string }) {
  return (
    <div className="contents">
      <dt className="text-muted">{name}</dt>
      <dd className="select-all break-words font-semibold tabular-nums max-sm:-mt-2">{value}</dd>
    </div>
  );
}
