import type { SubmissionResult } from "@conform-to/react";
import type { TransferFormView } from "~/modules/payments";
import { m } from "~/paraglide/messages.js";
import { CheckboxField, TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { useAllPaths } from "~/ui/layouts/all-paths";

type Props = { orderId: string; transfer: TransferFormView; formKey: string };

/** A transfer off the bank's statement, folded away on the page of an order that none is waited for. */
export function EnterTransfer({ orderId, transfer, formKey }: Props) {
  return (
    <details open={transfer.isAwaited} className="mt-4 border-t border-line pt-2">
      <summary className="min-h-11 cursor-pointer py-2.5 font-medium">{m["payments.transfer.title"]()}</summary>
      {transfer.why ? (
        <p className="measure text-sm">{transfer.why}</p>
      ) : (
        <>
          <p className="measure mb-4 text-sm text-muted">{transfer.lead}</p>
          <TransferForm orderId={orderId} transfer={transfer} formKey={formKey} last={undefined} />
        </>
      )}
    </details>
  );
}

export function TransferForm({ orderId, transfer, formKey, last }: Props & { last: SubmissionResult | undefined }) {
  const { amount, receivedOn, currency } = transfer;
  const { form, fields } = usePageForm<"amount" | "bankReference" | "receivedOn" | "isAnother" | "isMore">(
    "transfer",
    last,
    {
      amount,
      receivedOn,
    },
  );
  return (
    <FormShell form={form} formKey={formKey} action={useAllPaths().recordTransfer(orderId)}>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          meta={fields.amount}
          label={m["payments.transfer.amount"]({ currency })}
          inputMode="decimal"
          autoComplete="off"
        />
        <TextField meta={fields.receivedOn} type="date" label={m["payments.transfer.day"]()} />
      </div>
      <TextField
        meta={fields.bankReference}
        label={m["payments.transfer.reference"]()}
        hint={m["payments.transfer.referenceHint"]()}
        autoComplete="off"
      />
      {fields.isAnother.errors || fields.isAnother.initialValue ? (
        <CheckboxField meta={fields.isAnother} label={m["payments.transfer.anotherYes"]()} />
      ) : null}
      {fields.isMore.errors || fields.isMore.initialValue ? (
        <CheckboxField meta={fields.isMore} label={m["payments.transfer.moreYes"]()} />
      ) : null}
      <div>
        <SubmitButton>{m["payments.transfer.submit"]()}</SubmitButton>
      </div>
    </FormShell>
  );
}
