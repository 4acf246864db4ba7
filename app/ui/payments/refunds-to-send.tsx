import type { SubmissionResult } from "@conform-to/react";
import type { RefundToSendView } from "~/modules/payments";
import { m } from "~/paraglide/messages.js";
import { CheckboxField, TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { useAllPaths } from "~/ui/layouts/all-paths";

type Props = { orderId: string; refunds: readonly RefundToSendView[]; formKey: string };

/** Money that waits for the treasurer to send it back at the bank, with a form for each. */
export function RefundsToSend({ orderId, refunds, formKey }: Props) {
  if (refunds.length === 0) return null;
  return (
    <section aria-labelledby="to-send" className="mt-4 border-t border-line pt-4">
      <h3 id="to-send" className="text-lg">
        {m["payments.transfer.toSend.title"]()}
      </h3>
      <p className="measure mt-1 text-sm text-muted">{m["payments.transfer.toSend.lead"]()}</p>
      <ul className="mt-3 flex flex-col gap-4">
        {refunds.map((refund) => (
          <li key={refund.refundId} className="rounded border border-line p-4">
            <RefundToSend refund={refund} />
            <SentForm orderId={orderId} refundId={refund.refundId} formKey={formKey} last={undefined} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function RefundToSend({ refund: { amount, why, came, to } }: { refund: RefundToSendView }) {
  return (
    <p className="mb-3">
      <strong className="whitespace-nowrap font-semibold tabular-nums">{amount}</strong> · {why}
      <span className="block text-sm">{to}</span>
      <span className="block text-sm text-muted">{came}</span>
    </p>
  );
}

type FormProps = { orderId: string; refundId: string; formKey: string; last: SubmissionResult | undefined };

export function SentForm({ orderId, refundId, formKey, last }: FormProps) {
  const { form, fields } = usePageForm<"bankReference" | "isTogether">(`sent-${refundId}`, last);
  return (
    <FormShell form={form} formKey={formKey} action={useAllPaths().refundSent(orderId, refundId)}>
      <TextField
        meta={fields.bankReference}
        label={m["payments.transfer.toSend.reference"]()}
        autoComplete="off"
        className="max-w-md"
      />
      {fields.isTogether.errors || fields.isTogether.initialValue ? (
        <CheckboxField meta={fields.isTogether} label={m["payments.transfer.toSend.usedYes"]()} />
      ) : null}
      <div>
        <SubmitButton look="secondary">{m["payments.transfer.toSend.submit"]()}</SubmitButton>
      </div>
    </FormShell>
  );
}
