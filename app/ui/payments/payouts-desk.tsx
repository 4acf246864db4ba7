import { Form, Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { SubmitButton } from "~/ui/forms/form-shell";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";

type Due = {
  currency: string;
  canPrepare: boolean;
  total: string;
  rows: readonly DueRow[];
};
type DueRow = {
  sellerId: string;
  name: string;
  amount: string;
  kept?: string | undefined;
  skipped?: string | undefined;
};

/** Who is due what in each currency, who is left out and why; a batch is made of the others. */
export function WhatIsDue({ due, formKey }: { due: readonly Due[]; formKey: string }) {
  const paths = useAllPaths();
  return (
    <section className="mt-8">
      <h2 className="text-xl">{m["payments.payout.desk.due"]()}</h2>
      {due.length === 0 ? <p className="mt-2 text-muted">{m["payments.payout.desk.nobody"]()}</p> : null}
      {due.map(({ currency, canPrepare, total, rows }) => (
        <div key={currency} className="mt-4">
          <ul>
            {rows.map((row) => (
              <li key={row.sellerId} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-2.5">
                <span>
                  <Link to={paths.sellerTerms(row.sellerId)} className={linkStyle}>
                    {row.name}
                  </Link>
                  {row.skipped ? <span className="block text-sm text-muted">{row.skipped}</span> : null}
                  {row.kept ? (
                    <span className="block text-sm text-muted">
                      {m["payments.payout.desk.kept"]({ amount: row.kept })}
                    </span>
                  ) : null}
                </span>
                <span className="tabular-nums">{row.amount}</span>
              </li>
            ))}
          </ul>
          {canPrepare ? (
            <Form method="post" action={paths.preparePayouts()} className="mt-3 flex flex-wrap items-center gap-4">
              <input type="hidden" name="formKey" value={formKey} />
              <input type="hidden" name="currency" value={currency} />
              <SubmitButton>{m["payments.payout.desk.prepare"]({ currency })}</SubmitButton>
              <span className="text-sm text-muted">{m["payments.payout.desk.total"]({ total })}</span>
            </Form>
          ) : (
            <p className="mt-3 text-sm text-muted">{m["payments.payout.desk.noBatch"]({ currency })}</p>
          )}
        </div>
      ))}
    </section>
  );
}

type Batch = {
  batchId: string;
  reference: string;
  payoutCount: number;
  status: string;
  on: string;
  total: string;
  cameBack?: string | undefined;
};

export function Batches({ batches }: { batches: readonly Batch[] }) {
  const paths = useAllPaths();
  return (
    <section className="mt-10">
      <h2 className="text-xl">{m["payments.payout.desk.batches"]()}</h2>
      {batches.length === 0 ? <p className="mt-2 text-muted">{m["payments.payout.desk.noBatches"]()}</p> : null}
      <ul className="mt-2">
        {batches.map((batch) => (
          <li key={batch.batchId} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-2.5">
            <span>
              <Link to={paths.payoutBatch(batch.batchId)} className={linkStyle}>
                {batch.reference}
              </Link>
              <span className="block text-sm text-muted">
                {batch.status} · {batch.on}
                {batch.cameBack ? <span className="block">{batch.cameBack}</span> : null}
              </span>
            </span>
            <span className="tabular-nums">
              {batch.total}
              <span className="block text-right text-sm text-muted">
                {m["payments.payout.desk.count"]({ count: batch.payoutCount })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Account = { sellerId: string; name: string; iban: string; shown: string; on: string };

/** Accounts that took the place of others: nothing is paid to them before somebody has made sure whose they are. */
export function AccountsToVerify({ accounts, formKey }: { accounts: readonly Account[]; formKey: string }) {
  const paths = useAllPaths();
  if (accounts.length === 0) return null;
  return (
    <section>
      <h2 className="text-xl">{m["payments.payout.desk.accounts"]()}</h2>
      <p className="mt-1 text-muted">{m["payments.payout.desk.accountsLead"]()}</p>
      <ul className="mt-3">
        {accounts.map((account) => (
          <li
            key={account.sellerId}
            className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-2.5"
          >
            <span>
              {account.name}
              <span className="block text-sm text-muted tabular-nums [overflow-wrap:anywhere]">
                {account.shown} · {account.on}
              </span>
            </span>
            <Form method="post" action={paths.verifyAccount()}>
              <input type="hidden" name="formKey" value={formKey} />
              <input type="hidden" name="sellerId" value={account.sellerId} />
              <input type="hidden" name="iban" value={account.iban} />
              <SubmitButton look="secondary">{m["payments.payout.desk.verify"]()}</SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
