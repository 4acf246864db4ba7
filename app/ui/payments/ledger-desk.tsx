import { Form } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { SubmitButton } from "~/ui/forms/form-shell";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Badge } from "~/ui/primitives/badge";
import { fieldStyle } from "~/ui/primitives/button";

type Difference = {
  differenceId: string;
  kind: string;
  source: string;
  amount: string;
  on: string;
  /** Who resolved it and when, and what it was; undefined while it is open. */
  ended?: { by: string; words?: string | undefined } | undefined;
};

type DifferencesProps = {
  /** Of the page; the open ones come first. */
  differences: readonly Difference[];
  /** How many are open on all pages; undefined where none is. */
  openText: string | undefined;
  formKey: string;
};

/** What Stripe's books and ours differ in: staff say what each was, and what is resolved stands apart with their words. */
export function Differences({ differences, openText, formKey }: DifferencesProps) {
  const resolved = differences.filter(({ ended }) => ended);
  return (
    <>
      <section className="mt-6">
        <h2 className="text-xl">{m["payments.reconciliation.differences"]()}</h2>
        <p className="mt-2 text-muted">{openText ?? m["payments.reconciliation.none"]()}</p>
        <ul className="mt-2">
          {differences.map((one) =>
            one.ended ? null : (
              <li key={one.differenceId} className="border-b border-line py-3">
                <About one={one} />
                <ResolveForm differenceId={one.differenceId} formKey={formKey} />
              </li>
            ),
          )}
        </ul>
      </section>
      {resolved.length > 0 ? (
        <section className="mt-8">
          <h2 className="text-xl">{m["payments.reconciliation.resolvedTitle"]()}</h2>
          <ul className="mt-2">
            {resolved.map((one) => (
              <li key={one.differenceId} className="border-b border-line py-3">
                <About one={one} />
                <p className="mt-1 text-sm text-muted">{one.ended?.by}</p>
                {one.ended?.words ? (
                  <p className="measure text-sm [overflow-wrap:anywhere]">{one.ended.words}</p>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function About({ one: { kind, source, on, amount, ended } }: { one: Difference }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-4">
      <span className="min-w-0">
        <span className={ended ? "text-muted" : "font-medium"}>{kind}</span>{" "}
        {ended ? (
          <Badge tone="verified" icon="check">
            {m["payments.reconciliation.resolve"]()}
          </Badge>
        ) : null}
        <span className="block text-sm text-muted [overflow-wrap:anywhere]">
          {source} · {on}
        </span>
      </span>
      <span className={`tabular-nums ${ended ? "text-muted" : ""}`}>{amount}</span>
    </div>
  );
}

function ResolveForm({ differenceId, formKey }: { differenceId: string; formKey: string }) {
  return (
    <Form method="post" action={useAllPaths().staffLedger()} className="mt-2 flex flex-wrap items-end gap-3">
      <input type="hidden" name="formKey" value={formKey} />
      <input type="hidden" name="differenceId" value={differenceId} />
      <label className="min-w-0 flex-1 text-sm">
        {m["payments.reconciliation.note"]()}
        <input name="note" required maxLength={500} className={fieldStyle} />
      </label>
      <SubmitButton look="secondary">{m["payments.reconciliation.resolve"]()}</SubmitButton>
    </Form>
  );
}

type Accounts = {
  currencies: readonly string[];
  accounts: readonly { name: string; amounts: readonly (string | undefined)[] }[];
  sums: readonly (string | undefined)[];
};

/**
 * What is on each kind of account, by currency, on a phone as a list since the table would have to be scrolled; what the
 * Federation owes is negative, and each column sums to nothing.
 */
export function LedgerBalances({ currencies, accounts, sums }: Accounts) {
  if (accounts.length === 0) return null;
  return (
    <section className="mt-10">
      <h2 className="text-xl" id="accounts">
        {m["payments.reconciliation.balances"]()}
      </h2>
      <p className="mt-1 text-muted">{m["payments.account.lead"]()}</p>
      <ul className="mt-3 divide-y divide-line sm:hidden">
        {[...accounts, { name: m["payments.account.sum"](), amounts: sums }].map(({ name, amounts }) => (
          <li key={name} className="flex justify-between gap-x-4 py-2.5 last:font-semibold">
            <span className="min-w-0">{name}</span>
            <span className="shrink-0 text-right tabular-nums">
              {amounts.map((amount, at) =>
                amount === undefined ? null : (
                  <span key={currencies[at]} className="block whitespace-nowrap">
                    {amount}
                  </span>
                ),
              )}
            </span>
          </li>
        ))}
      </ul>
      <div className="mt-3 hidden overflow-x-auto sm:block" role="region" aria-labelledby="accounts" tabIndex={0}>
        <table className="w-full min-w-[34rem] border-collapse text-left">
          <thead className="text-sm text-muted">
            <tr className="border-b border-line">
              <th scope="col" className="py-2 font-medium">
                {m["payments.account.name"]()}
              </th>
              {currencies.map((currency) => (
                <th key={currency} scope="col" className="py-2 pl-6 text-right font-medium">
                  {currency}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="tabular-nums">
            {accounts.map(({ name, amounts }) => (
              <tr key={name} className="border-b border-line">
                <th scope="row" className="py-2.5 font-normal">
                  {name}
                </th>
                <Amounts amounts={amounts} currencies={currencies} />
              </tr>
            ))}
          </tbody>
          <tfoot className="font-semibold tabular-nums">
            <tr>
              <th scope="row" className="py-2.5">
                {m["payments.account.sum"]()}
              </th>
              <Amounts amounts={sums} currencies={currencies} />
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}

function Amounts({ amounts, currencies }: { amounts: readonly (string | undefined)[]; currencies: readonly string[] }) {
  return currencies.map((currency, at) => (
    <td key={currency} className="whitespace-nowrap py-2.5 pl-6 text-right">
      {amounts[at] ?? <span className="text-muted">–</span>}
    </td>
  ));
}
