import { Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { Icon } from "./icon";

export type Crumb = { label: string; href: string | undefined };

/** Where the page is in the site; the last crumb is the page itself and no link. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label={m["site.breadcrumbs"]()} className="py-4 text-sm text-muted">
      <ol className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
        {crumbs.map((crumb, index) => (
          <li key={crumb.href ?? "here"} className="flex items-center gap-1.5">
            {index > 0 ? <Icon name="chevronRight" className="size-3.5 shrink-0" /> : null}
            {crumb.href === undefined ? (
              <span aria-current="page" className="text-ink">
                {crumb.label}
              </span>
            ) : (
              <Link
                to={crumb.href}
                prefetch="intent"
                className="inline-block py-1 underline-offset-4 hover:text-ink hover:underline"
              >
                {crumb.label}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
