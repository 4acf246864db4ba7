import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { m } from "~/paraglide/messages.js";
import { SubmitButton } from "~/ui/forms/form-shell";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle, fieldStyle } from "~/ui/primitives/button";

type Payout = {
  payoutId: string;
  name: string;
  iban: string;
  endToEndId: string;
  amount: string;
  status: string;
  reason?: string | undefined;
  canReturn: boolean;
};

type Batch = {
  batchId: string;
  on: string;
  preparedBy: string;
  approvedBy?: string | undefined;
  executedOn?: string | undefined;
  digest?: string | undefined;
  hasFile: boolean;
  isOwn: boolean;
  isPrepared: boolean;
  isSent: boolean;
  canApprove: boolean;
  canDiscard: boolean;
  canSend: boolean;
  payouts: readonly Payout[];
};

/** Who answers for a batch, and what may be done with it now. */
export function BatchDeeds({ batch, formKey }: { batch: Batch; formKey: string }) {
  const paths = useAllPaths();
  return (
    <div className="mt-4">
      <p>
        {m["payments.payout.batch.by"]({ name: batch.preparedBy })} · {batch.on}
      </p>
      {batch.approvedBy ? <p>{m["payments.payout.batch.approvedBy"]({ name: batch.approvedBy })}</p> : null}
      {batch.executedOn ? (
        <p>
          {m["payments.payout.batch.executedOn"]({ day: batch.executedOn })}
          <span className="block text-sm text-muted">{m["payments.payout.batch.executedWhy"]()}</span>
        </p>
      ) : null}
      {batch.digest ? (
        <p className="text-sm text-muted [overflow-wrap:anywhere]">
          {m["payments.payout.batch.digest"]({ digest: batch.digest })}
          <span className="block">{m["payments.payout.batch.digestWhy"]()}</span>
        </p>
      ) : null}
      {batch.isPrepared && batch.isOwn ? <p className="mt-2 text-muted">{m["payments.payout.batch.own"]()}</p> : null}
      <div className="mt-4 flex flex-wrap gap-3">
        {batch.canApprove ? (
          <Deed batch={batch} deed="approve" formKey={formKey} label={m["payments.payout.batch.approve"]()} />
        ) : null}
        {batch.canSend ? (
          <Deed batch={batch} deed="send" formKey={formKey} label={m["payments.payout.batch.send"]()} />
        ) : null}
        {batch.hasFile ? (
          <a href={paths.payoutFile(batch.batchId)} download className={buttonStyle.secondary}>
            {m["payments.payout.batch.file"]()}
          </a>
        ) : null}
        {batch.isSent ? (
          <Deed batch={batch} deed="settle" formKey={formKey} label={m["payments.payout.batch.settle"]()}>
            <label className="mb-2 flex items-start gap-3 text-sm">
              <input
                type="checkbox"
                name="isSure"
                value="on"
                required
                className="mt-0.5 size-5 shrink-0 accent-madder"
              />
              <span>{m["payments.payout.batch.settleSure"]()}</span>
            </label>
          </Deed>
        ) : null}
        {batch.canDiscard ? (
          <Deed batch={batch} deed="discard" formKey={formKey} label={m["payments.payout.batch.discard"]()} isQuiet />
        ) : null}
      </div>
    </div>
  );
}

type DeedProps = {
  batch: Batch;
  deed: string;
  formKey: string;
  label: string;
  isQuiet?: boolean;
  /** What is asked above the button. */
  children?: ReactNode;
};

function Deed({ batch, deed, formKey, label, isQuiet = false, children }: DeedProps) {
  const paths = useAllPaths();
  return (
    <Form method="post" action={paths.payoutBatchDeed(batch.batchId, deed)}>
      <input type="hidden" name="formKey" value={formKey} />
      {children}
      <SubmitButton look={isQuiet ? "quiet" : "primary"}>{label}</SubmitButton>
    </Form>
  );
}

/** Each payout of a batch; one that came back is marked where it stands. */
export function BatchPayouts({ batch, formKey }: { batch: Batch; formKey: string }) {
  const paths = useAllPaths();
  return (
    <ul className="mt-6">
      {batch.payouts.map((payout) => (
        <li key={payout.payoutId} className="border-b border-line py-3">
          <div className="flex flex-wrap justify-between gap-x-4">
            <span>
              {payout.name}
              <span className="block text-sm text-muted tabular-nums [overflow-wrap:anywhere]">
                {payout.iban} · {payout.endToEndId}
              </span>
              <span className="block text-sm">
                {payout.status}
                {payout.reason ? ` · ${payout.reason}` : ""}
              </span>
            </span>
            <span className="tabular-nums">{payout.amount}</span>
          </div>
          {payout.canReturn ? (
            <Form
              method="post"
              action={paths.returnPayout(batch.batchId)}
              className="mt-2 flex flex-wrap items-end gap-3"
            >
              <input type="hidden" name="formKey" value={formKey} />
              <input type="hidden" name="payoutId" value={payout.payoutId} />
              <label className="min-w-0 flex-1 text-sm">
                {m["payments.payout.batch.reason"]()}
                <input name="reason" required maxLength={500} className={fieldStyle} />
              </label>
              <SubmitButton look="secondary">{m["payments.payout.batch.return"]()}</SubmitButton>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
