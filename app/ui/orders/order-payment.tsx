import type { ReactNode } from "react";
import type { DueView } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";
import { PressForm } from "~/ui/forms/press-form";
import { Badge } from "~/ui/primitives/badge";

/** Money that went back, or is on its way. */
export type RefundShown = {
  key: string;
  text: string;
  /** Undefined where the text names it. */
  amount: string | undefined;
  on: string;
  /** To the buyer. */
  words?: string | undefined;
  canRetry?: boolean;
};

type Props = {
  dues: readonly DueView[];
  received: string | undefined;
  refunded: string | undefined;
  refunds: readonly RefundShown[];
  /** Where staff ask once more for what could not be sent. */
  retry?: { postTo: string; formKey: string };
  /** Who takes the money, as it stands on the buyer's statement. */
  merchant: string;
  /** What can be done about it: a button that pays, or a form that gives back. */
  children?: ReactNode;
};

/** What is due with what came and went back, and below it what can be done. */
export function OrderPayment({ dues, received, refunded, refunds, retry, merchant, children }: Props) {
  return (
    <div className="rounded border border-line bg-surface p-4 sm:p-5">
      <ul className="divide-y divide-line">
        {dues.map((due) => (
          <li key={due.dueId} className="flex items-baseline justify-between gap-x-4 py-2 first:pt-0">
            <span className="min-w-0">
              <span className="font-medium">{due.label}</span>
              {due.when ? <span className="block text-sm text-muted">{due.when}</span> : null}
            </span>
            <span className="flex flex-wrap items-baseline justify-end gap-x-3">
              {due.isNow ? <Badge tone="warning">{m["orders.page.due.now"]()}</Badge> : null}
              {due.isPaid ? (
                <Badge tone="verified" icon="check">
                  {m["orders.page.received"]()}
                </Badge>
              ) : due.left && due.left !== due.amount ? (
                <span className="text-sm text-muted">{m["orders.page.due.left"]({ amount: due.left })}</span>
              ) : null}
              <span className="whitespace-nowrap font-semibold tabular-nums">{due.amount}</span>
            </span>
          </li>
        ))}
      </ul>
      <dl className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {received ? <Sum name={m["orders.page.received"]()} value={received} /> : null}
        {refunded ? <Sum name={m["orders.page.refunded"]()} value={refunded} /> : null}
      </dl>
      {refunds.length > 0 ? (
        <ul className="mt-2 flex flex-col gap-1 text-sm text-muted">
          {refunds.map(({ key, text, amount, on, words, canRetry }) => (
            <li key={key}>
              {on}: {text}
              {amount === undefined ? null : (
                <>
                  , <span className="whitespace-nowrap">{amount}</span>
                </>
              )}
              {words ? <p className="measure whitespace-pre-line break-words">{words}</p> : null}
              {canRetry && retry ? (
                <PressForm action={retry.postTo} formKey={retry.formKey} fields={{ refundId: key }} look="secondary">
                  {m["refunds.retry"]()}
                </PressForm>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      <p className="mt-3 text-sm text-muted">{merchant}</p>
      {children ? <div className="mt-4">{children}</div> : null}
    </div>
  );
}

function Sum({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex gap-2">
      <dt className="text-muted">{name}:</dt>
      <dd className="whitespace-nowrap font-medium tabular-nums">{value}</dd>
    </div>
  );
}
