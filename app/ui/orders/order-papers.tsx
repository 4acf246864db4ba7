import { Link } from "@remix-run/react";
import type { OrderPaperView } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";

type Props = { papers: readonly OrderPaperView[]; hrefOf: (kind: string) => string };

/** What can be issued for an order, and what each still lacks, with whose it is to fill in. */
export function OrderPapers({ papers, hrefOf }: Props) {
  const paths = useAllPaths();
  return (
    <ul className="mt-6 flex flex-col gap-4">
      {papers.map(({ kind, name, issued, note, missing }) => (
        <li key={kind} className="rounded border border-line bg-surface p-4">
          <div className="flex items-center justify-between gap-3">
            <h2 className="min-w-0 text-lg">{name}</h2>
            <Link to={hrefOf(kind)} className={`${buttonStyle.secondary} shrink-0`}>
              {issued ? m["orders.document.makeAgain"]() : m["orders.document.make"]()}
            </Link>
          </div>
          {issued ? <p className="mt-1 text-sm">{m["orders.document.issuedBefore"](issued)}</p> : null}
          {note ? <p className="measure mt-1 text-sm text-muted">{note}</p> : null}
          {missing.length > 0 ? (
            <div className="mt-2 text-sm">
              <p className="font-medium">{m["orders.document.lacks"]()}</p>
              <ul className="mt-1 list-disc pl-5">
                {missing.map(({ text, by, isShop, isInvoice }) => (
                  <li key={text}>
                    {text}{" "}
                    {isInvoice ? (
                      <Link to={hrefOf("commercial_invoice")} className={linkStyle}>
                        {m["orders.document.toInvoice"]()}
                      </Link>
                    ) : isShop ? (
                      <Link to={paths.sellerDocuments()} className={linkStyle}>
                        ({by})
                      </Link>
                    ) : (
                      <span className="text-muted">({by})</span>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
