import { Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { buttonStyle } from "./button";

type Props = { page: number; pageCount: number; hrefOf: (page: number) => string };

/** Previous, next and the numbers around: real links, so that every page has an address. */
export function Pagination({ page, pageCount, hrefOf }: Props) {
  if (pageCount < 2) return null;
  const numbers = [...new Set([1, page - 1, page, page + 1, pageCount])].filter((n) => n >= 1 && n <= pageCount);
  return (
    <nav aria-label={m["site.pages"]()} className="mt-10 flex flex-wrap items-center justify-center gap-2">
      {page > 1 ? (
        <Link rel="prev" to={hrefOf(page - 1)} className={buttonStyle.secondary}>
          {m["site.previous"]()}
        </Link>
      ) : null}
      <ol className="flex items-center gap-1">
        {numbers.map((number, index) => (
          <li key={number} className="flex items-center gap-1">
            {index > 0 && number - (numbers[index - 1] ?? 0) > 1 ? <span className="px-1 text-muted">…</span> : null}
            <Link
              to={hrefOf(number)}
              aria-current={number === page ? "page" : undefined}
              aria-label={m["site.pageNumber"]({ number })}
              className="inline-flex size-11 items-center justify-center rounded border border-transparent tabular-nums hover:border-field aria-[current]:border-ink aria-[current]:font-semibold"
            >
              {number}
            </Link>
          </li>
        ))}
      </ol>
      {page < pageCount ? (
        <Link rel="next" to={hrefOf(page + 1)} className={buttonStyle.secondary}>
          {m["site.next"]()}
        </Link>
      ) : null}
    </nav>
  );
}
