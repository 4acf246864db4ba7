import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { OlderAndNewer } from "./older-and-newer";

type Movement = {
  id: string;
  on: string;
  what: string;
  order?: string | undefined;
  amount: string;
  commission?: string | undefined;
};

/** Everything that changed a seller's balance, the latest first. */
export function SellerMovements({
  movements,
  page,
  hasMore,
}: {
  movements: readonly Movement[];
  page: number;
  hasMore: boolean;
}) {
  const paths = useAllPaths();
  if (movements.length === 0) return null;
  return (
    <section className="mt-10">
      <h2 className="text-xl">{m["payments.payout.movements"]()}</h2>
      <ul className="mt-3">
        {movements.map((one) => (
          <li key={one.id} className="flex justify-between gap-x-4 border-b border-line py-2.5">
            <span>
              {one.what}
              <span className="block text-sm text-muted">
                {one.on}
                {one.order === undefined ? "" : ` · ${m["payments.payout.order"]({ reference: one.order })}`}
              </span>
            </span>
            <span className="text-right tabular-nums">
              {one.amount}
              {one.commission === undefined ? null : (
                <span className="block text-sm text-muted">
                  {m["payments.payout.commission"]()} {one.commission}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <OlderAndNewer page={page} hasMore={hasMore} hrefOf={(number) => paths.ownPayouts({ page: number })} />
    </section>
  );
}

/** A table of each month's movements, to keep. */
export function SellerStatements({ months }: { months: readonly { month: string; name: string }[] }) {
  const paths = useAllPaths();
  return (
    <section className="mt-10">
      <h2 className="text-xl">{m["payments.statement.title"]()}</h2>
      <ul className="mt-3 grid gap-x-6 sm:grid-cols-2">
        {months.map(({ month, name }) => (
          <li key={month}>
            <span className="inline-flex min-h-11 items-center gap-x-4">
              <a href={paths.statementFile(month, "pdf")} className={linkStyle}>
                {m["payments.statement.monthPdf"]({ month: name })}
              </a>
              <a
                href={paths.statementFile(month, "csv")}
                download
                className={linkStyle}
                aria-label={m["payments.statement.month"]({ month: name })}
              >
                CSV
              </a>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
